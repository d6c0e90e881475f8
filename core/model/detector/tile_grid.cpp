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

std::vector<Rect> usableTiles(const PixelView& picture, int side) {
    std::vector<Rect> usable;
    // The left-over border is shared by both sides so that the grid covers the middle.
    const int left = (picture.width % side) / 2 / 8 * 8;
    const int top = (picture.height % side) / 2 / 8 * 8;
    for (int y = top; y + side <= picture.height; y += side) {
        for (int x = left; x + side <= picture.width; x += side) {
            const Rect tile{x, y, side, side};
            if (isUsable(picture, tile))
                usable.push_back(tile);
        }
    }
    return usable;
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
