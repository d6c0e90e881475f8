// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace ui::viewer {

/// How a part of a picture is made easier to see. For looking only: nothing is measured on it.
enum class Enhancement {
    None,
    Contrast, ///< the darkest and brightest hundredth become black and white
    Equalize, ///< every brightness occurs about as often
};

/// @return 32-bit RGB of the same size; brightness is changed, the hue is kept
[[nodiscard]] QImage enhanced(const QImage& picture, Enhancement enhancement);

} // namespace ui::viewer
