// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/tile_map.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace core::inference {

namespace {

/// Cells of half a tile keep the grid's offset from the border within a quarter of a tile.
constexpr int kCell = model::kTileSide / 2;
/// Squared distance, in pixels, up to which a skipped tile borrows: two tiles and a bit.
constexpr double kFarthest = 2.3 * 2.3 * model::kTileSide * model::kTileSide;

/// The nearest scored tile's probability; 0 when all are far.
float borrowed(const model::TileScores& scores, const Rect& tile) {
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
    return best <= kFarthest ? static_cast<float>(probabilityOf(logOdds)) : 0.0F;
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

} // namespace

double probabilityOf(double logOdds) {
    return 1 / (1 + std::exp(-logOdds));
}

std::shared_ptr<const HeatMap> tileMap(const model::TileScores& scores, int imageWidth,
                                       int imageHeight) {
    if (scores.tiles.empty())
        return nullptr;
    auto map = std::make_shared<HeatMap>();
    map->columns = std::max(1, (imageWidth + kCell / 2) / kCell);
    map->rows = std::max(1, (imageHeight + kCell / 2) / kCell);
    map->values.assign(static_cast<std::size_t>(map->columns) * static_cast<std::size_t>(map->rows),
                       0.0F);
    for (std::size_t i = 0; i < scores.tiles.size(); ++i)
        fill(*map, scores.tiles[i], imageWidth, imageHeight,
             static_cast<float>(probabilityOf(scores.logOdds[i])));
    for (const Rect& tile : scores.skipped)
        fill(*map, tile, imageWidth, imageHeight, borrowed(scores, tile));
    return map;
}

} // namespace core::inference
