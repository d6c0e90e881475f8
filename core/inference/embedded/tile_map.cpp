// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/tile_map.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace core::inference {

namespace {

constexpr int kCell = model::kCellSide;
constexpr float kBlank = -1;
constexpr std::size_t kCellsOfTile = std::size_t{model::kCellsPerTile} * model::kCellsPerTile;
/// Squared distance, in pixels, up to which a skipped tile borrows: two tiles and a bit.
constexpr double kFarthest = 2.3 * 2.3 * model::kTileSide * model::kTileSide;

/// The nearest scored tile's probability; 0 when all are far.
float borrowed(const model::TileScores& scores, const Rect& tile, double usualHigh) {
    double best = std::numeric_limits<double>::max();
    float logOdds = 0;
    for (std::size_t i = 0; i < scores.tiles.size(); ++i) {
        const double dx = scores.tiles[i].x - tile.x;
        const double dy = scores.tiles[i].y - tile.y;
        const double distance = dx * dx + dy * dy;
        if (distance < best) {
            best = distance;
            logOdds = scores.logOdds[i];
        }
    }
    return best <= kFarthest ? static_cast<float>(probabilityOf(logOdds - usualHigh)) : 0.0F;
}

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

TileMaps tileMaps(const model::TileScores& scores, int imageWidth, int imageHeight,
                  double usualHigh) {
    if (scores.tiles.empty())
        return {};
    auto generated = std::make_shared<HeatMap>(emptyMap(imageWidth, imageHeight));
    for (std::size_t i = 0; i < scores.tiles.size(); ++i)
        fill(*generated, scores.tiles[i], imageWidth, imageHeight,
             static_cast<float>(probabilityOf(scores.logOdds[i] - usualHigh)));
    for (const Rect& tile : scores.skipped)
        fill(*generated, tile, imageWidth, imageHeight, borrowed(scores, tile, usualHigh));

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
    return {std::move(generated), std::move(foreign)};
}

std::shared_ptr<const HeatMap> merged(const TileMaps& maps) {
    if (!maps.generated || !maps.foreign)
        return maps.generated;
    auto map = std::make_shared<HeatMap>(*maps.generated);
    for (std::size_t i = 0; i < map->values.size(); ++i)
        map->values[i] = std::max(map->values[i], maps.foreign->values[i]);
    return map;
}

} // namespace core::inference
