// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/region.h"

#include <vector>

namespace core::model {

/// Non-overlapping tiles worth measuring: on a grid aligned to multiples of 8, without those that
/// are flat (luma deviation under 1.5) or saturated (a fifth of the pixels at either end).
/// @param side   of a tile, pixels
[[nodiscard]] std::vector<Rect> usableTiles(const PixelView& picture, int side);

/// As many such tiles as are missing from `enough`, chosen evenly from all that lie closer together
/// and overlap: of a small picture the grid leaves out much, and few tiles, of small or mostly flat
/// pictures, say little.
/// @param step  from one to the next, pixels, a multiple of 8
/// @param grid  what usableTiles gave; not among the result
[[nodiscard]] std::vector<Rect> tilesBetween(const PixelView& picture, int side, int step,
                                             const std::vector<Rect>& grid, int enough);

/// False for what usableTiles leaves out: flat or saturated.
[[nodiscard]] bool isUsable(const PixelView& picture, const Rect& tile);

/// Parts tiles into at most `limit` that lie evenly over all of them, and the rest.
struct ChosenTiles {
    std::vector<Rect> chosen;
    std::vector<Rect> rest;
};
[[nodiscard]] ChosenTiles evenlyChosen(const std::vector<Rect>& tiles, int limit);

} // namespace core::model
