// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/model/detector/tile_classifier.h"

#include <memory>

namespace core::inference {

/// The learned detector's scores on the upright grid: 0 (like a photograph) to 1 (like a generated
/// picture). A skipped tile shows its nearest scored neighbor, if one is near; flat and saturated
/// places, which say nothing, are 0. Null without tiles.
[[nodiscard]] std::shared_ptr<const HeatMap> tileMap(const model::TileScores& scores,
                                                     int imageWidth, int imageHeight);

/// @return 0 to 1
[[nodiscard]] double probabilityOf(double logOdds);

} // namespace core::inference
