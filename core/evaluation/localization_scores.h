// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/base/region.h"
#include "core/image/image.h"

#include <vector>

namespace core::evaluation {

/// How well a map finds a manipulated area, counted in pixels of the mask.
struct LocalizationScore {
    double f1 = 0;     ///< at the fixed threshold
    double iou = 0;    ///< likewise
    double bestF1 = 0; ///< at the threshold that suits this very picture: optimistic
};

/// @param map        laid over the whole picture, whatever its number of cells
/// @param mask       the manipulated area is where it is brighter than half
/// @param threshold  a cell at or above it is called manipulated
/// All zero for an empty mask.
[[nodiscard]] LocalizationScore localization(const HeatMap& map, const image::Image& mask,
                                             double threshold = 0.5);

/// The same for marked areas (polygons, else boxes), in pixels of a picture of the mask's size.
[[nodiscard]] LocalizationScore localization(const std::vector<Region>& regions,
                                             const image::Image& mask);

} // namespace core::evaluation
