// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace ui::comparison {

/// |a - b| for each channel, times the gain, at most 255. Black where both are the same.
/// @param b  of the same size as a, see fittedTo()
[[nodiscard]] QImage difference(const QImage& a, const QImage& b, double gain);

/// The picture scaled to another's size, smoothly; unchanged where it has that size.
[[nodiscard]] QImage fittedTo(const QImage& picture, QSize size);

} // namespace ui::comparison
