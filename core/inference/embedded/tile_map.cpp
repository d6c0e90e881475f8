// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/tile_map.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace core::inference {

namespace {

constexpr int kCell = model::kCellSide;
constexpr float kBlank = -1;
constexpr std::size_t kCellsOfTile = std::size_t{model::kCellsPerTile} * model::kCellsPerTile;

/// Gives the cells whose middle lies in the tile a value.
void fill(HeatMap& map, const Rect& tile, int imageWidth, int imageHeight, float value) {
    const auto firstCell = [](int from, int cells, int length) {
        return std::clamp(
            static_cast<int>(std::ceil(static_cast<double>(from) * cells / length - 0.5)), 0,
            cells);
    };
    const int left = firstCell(tile.x, map.columns, imageWidth);
    const int right = firstCell(tile.x + tile.width, map.columns, imageWidth);
    const int top = firstCell(tile.y, map.rows, imageHeight);
    const int bottom = firstCell(tile.y + tile.height, map.rows, imageHeight);
    for (int row = top; row < bottom; ++row) {
        auto* line = map.values.data() + static_cast<std::ptrdiff_t>(row) * map.columns;
        std::fill(line + left, line + right, value);
    }
}

HeatMap emptyMap(int imageWidth, int imageHeight) {
    HeatMap map;
    map.columns = std::max(1, (imageWidth + kCell / 2) / kCell);
    map.rows = std::max(1, (imageHeight + kCell / 2) / kCell);
    map.values.assign(static_cast<std::size_t>(map.columns) * static_cast<std::size_t>(map.rows),
                      0.0F);
    return map;
}

/// A blank cell gets the mean of its neighbors that are not, or 0 without any.
void closeGaps(HeatMap& map) {
    const HeatMap before = map;
    for (int row = 0; row < map.rows; ++row) {
        for (int column = 0; column < map.columns; ++column) {
            if (before.at(column, row) != kBlank)
                continue;
            float sum = 0;
            int count = 0;
            for (int y = std::max(0, row - 1); y <= std::min(map.rows - 1, row + 1); ++y) {
                for (int x = std::max(0, column - 1); x <= std::min(map.columns - 1, column + 1);
                     ++x) {
                    if (before.at(x, y) != kBlank) {
                        sum += before.at(x, y);
                        ++count;
                    }
                }
            }
            map.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(map.columns) +
                       static_cast<std::size_t>(column)] =
                count > 0 ? sum / static_cast<float>(count) : 0.0F;
        }
    }
}

} // namespace

double probabilityOf(double logOdds) {
    return 1 / (1 + std::exp(-logOdds));
}

std::shared_ptr<const HeatMap> foreignMap(const model::TileScores& scores, int imageWidth,
                                          int imageHeight) {
    if (scores.tiles.empty())
        return nullptr;
    auto foreign = std::make_shared<HeatMap>(emptyMap(imageWidth, imageHeight));
    for (std::size_t i = 0; i < scores.foreignOnMap.size(); ++i) {
        const bool isBlank = i < scores.isBlank.size() && scores.isBlank[i];
        const Rect& tile = scores.tiles[i / kCellsOfTile];
        const int cell = static_cast<int>(i % kCellsOfTile);
        const Rect place{tile.x + cell % model::kCellsPerTile * kCell,
                         tile.y + cell / model::kCellsPerTile * kCell, kCell, kCell};
        fill(*foreign, place, imageWidth, imageHeight,
             isBlank ? kBlank : static_cast<float>(probabilityOf(scores.foreignOnMap[i])));
    }
    closeGaps(*foreign);
    return foreign;
}

} // namespace core::inference
