// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"

namespace core::training {

/// What a tile looks like from afar, whoever made it.
struct TileLook {
    double brightness = 0; ///< mean of green, 0 to 255
    double contrast = 0;   ///< logarithm of its deviation
    double detail = 0;     ///< logarithm of the mean step between pixels two apart
    double edges = 0;      ///< logarithm of the mean square of these steps over their squared mean
};

/// @param tile  BGR
[[nodiscard]] TileLook lookOf(const PixelView& tile);

/// Small when one can hardly tell the two by brightness, contrast, detail and edges.
[[nodiscard]] double distance(const TileLook& first, const TileLook& second);

} // namespace core::training
