// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_grid.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace core::model {

namespace {

constexpr double kFlatDeviation = 1.5;
constexpr double kSaturatedShare = 0.2;
constexpr int kDark = 2;
constexpr int kBright = 253;
/// Every second pixel in both directions tells flat from textured well enough.
constexpr int kStep = 2;

} // namespace

bool isUsable(const PixelView& picture, const Rect& tile) {
    double sum = 0;
    double sumOfSquares = 0;
    int saturated = 0;
    int count = 0;
    for (int y = tile.y; y < tile.y + tile.height; y += kStep) {
        const std::uint8_t* row = picture.data + y * picture.bytesPerRow;
        for (int x = tile.x; x < tile.x + tile.width; x += kStep) {
            // Green stands in for luma.
            const int value = row[static_cast<std::ptrdiff_t>(x) * 3 + 1];
            sum += value;
            sumOfSquares += static_cast<double>(value) * value;
            saturated += value <= kDark || value >= kBright ? 1 : 0;
            ++count;
        }
    }
    const double mean = sum / count;
    const double variance = sumOfSquares / count - mean * mean;
    return variance > kFlatDeviation * kFlatDeviation && saturated < kSaturatedShare * count;
}

namespace {

std::vector<Rect> tilesEvery(const PixelView& picture, int side, int step) {
    std::vector<Rect> usable;
    // The left-over border is shared by both sides so that the tiles cover the middle.
    const auto first = [&](int length) { return std::max(0, length - side) % step / 2 / 8 * 8; };
    for (int y = first(picture.height); y + side <= picture.height; y += step) {
        for (int x = first(picture.width); x + side <= picture.width; x += step) {
            const Rect tile{x, y, side, side};
            if (isUsable(picture, tile))
                usable.push_back(tile);
        }
    }
    return usable;
}

} // namespace

std::vector<Rect> usableTiles(const PixelView& picture, int side) {
    return tilesEvery(picture, side, side);
}

std::vector<Rect> tilesBetween(const PixelView& picture, int side, int step,
                               const std::vector<Rect>& grid, int enough) {
    const int missing = enough - static_cast<int>(grid.size());
    if (missing <= 0)
        return {};
    std::vector<Rect> tiles = tilesEvery(picture, side, step);
    std::erase_if(tiles, [&](const Rect& tile) {
        return std::ranges::any_of(
            grid, [&](const Rect& each) { return each.x == tile.x && each.y == tile.y; });
    });
    return evenlyChosen(tiles, missing).chosen;
}

ChosenTiles evenlyChosen(const std::vector<Rect>& tiles, int limit) {
    ChosenTiles parts;
    const auto count = static_cast<long long>(tiles.size());
    const long long wanted = std::min<long long>(count, limit);
    for (long long i = 0; i < count; ++i) {
        // Tile i is chosen where the running share of chosen ones passes a whole number.
        const bool isChosen = (i + 1) * wanted / count > i * wanted / count;
        (isChosen ? parts.chosen : parts.rest).push_back(tiles[static_cast<std::size_t>(i)]);
    }
    return parts;
}

} // namespace core::model
