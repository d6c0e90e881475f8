// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <QImage>

namespace core::report {

/// The same pixels as a QImage, which keeps them alive; nothing is copied.
[[nodiscard]] QImage toQImage(const image::Image& image);

} // namespace core::report
