// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"

#include <span>
#include <vector>

namespace core::model {

/// The cells of a picture's tiles, tile by tile and within a tile row by row.
struct PictureCells {
    const std::vector<Rect>& tiles;    ///< of one grid, so that their cells are of one grid, too
    std::span<const float> features;   ///< [cells, kFeatureChannels]
    const std::vector<float>& foreign; ///< log-odds of each cell by itself, within +-8
    const std::vector<bool>& isBlank;
};

/// What the network says of each cell by itself, once more with the whole picture in view: the
/// cells that it took for foreign have a mean, the others have one, and each cell is asked, beside
/// its neighbors, which of the two it is closer to (a linear discriminant with independent
/// features). One step of the expectation maximization that tells a splice from its host in
/// Cozzolino, Poggi & Verdoliva, "Splicebuster", 2015, begun with what was learned.
/// @return log-odds for "from elsewhere or changed", one per cell, within +-8; those of blank cells
///         say nothing
[[nodiscard]] std::vector<float> foreignBesideOthers(const PictureCells& cells);

} // namespace core::model
