// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/model/detector/tile_classifier.h"

#include <memory>

namespace core::inference {

/// How foreign each place is to the rest of the picture, 0 to 1, on the upright grid in cells of 16
/// pixels; 0 where nothing was scored. A flat place has the mean of its neighbors, or 0. Null
/// without tiles.
[[nodiscard]] std::shared_ptr<const HeatMap> foreignMap(const model::TileScores& scores,
                                                        int imageWidth, int imageHeight);

/// @return 0 to 1
[[nodiscard]] double probabilityOf(double logOdds);

} // namespace core::inference
