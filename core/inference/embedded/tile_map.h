// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/model/detector/tile_classifier.h"

#include <memory>

namespace core::inference {

/// The learned detector's two maps on the upright grid, in cells of 16 pixels. Null without tiles.
struct TileMaps {
    /// How much like a generated picture, 0 to 1: one half is the upper end of what is usual for
    /// the higher tiles of photographs. A skipped tile shows its nearest scored neighbor, if one is
    /// near; flat and saturated places, which say nothing, are 0.
    std::shared_ptr<const HeatMap> generated;
    /// How foreign to the rest of the picture, 0 to 1; 0 where nothing was scored. A flat place has
    /// the mean of its neighbors, or 0.
    std::shared_ptr<const HeatMap> foreign;
};

/// @param usualHigh  upper end of what is usual for the higher tiles of a photograph, log-odds
[[nodiscard]] TileMaps tileMaps(const model::TileScores& scores, int imageWidth, int imageHeight,
                                double usualHigh);

/// The larger of both, cell by cell.
[[nodiscard]] std::shared_ptr<const HeatMap> merged(const TileMaps& maps);

/// @return 0 to 1
[[nodiscard]] double probabilityOf(double logOdds);

} // namespace core::inference
