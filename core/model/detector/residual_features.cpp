// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/residual_features.h"

#include "core/model/detector/tile_grid.h"
#include "core/model/detector/tile_statistics.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <new>

namespace core::model {

namespace {

constexpr int kMaximumTiles = 96;
/// One task's worth; fixed, so that sums are formed in the same order whatever the thread count.
constexpr std::int64_t kTilesPerTask = 8;

/// @return [tiles, 3, side, side], float, R G B, 0 to 255
at::Tensor gathered(const PixelView& picture, const std::vector<Rect>& tiles, std::int64_t first,
                    std::int64_t count) {
    at::Tensor batch = at::empty({count, 3, kTileSide, kTileSide}, at::kFloat);
    float* out = batch.data_ptr<float>();
    constexpr std::int64_t kPlane = std::int64_t{kTileSide} * kTileSide;
    for (std::int64_t t = 0; t < count; ++t) {
        const Rect& tile = tiles[static_cast<std::size_t>(first + t)];
        for (int y = 0; y < kTileSide; ++y) {
            const std::uint8_t* row = picture.data + (tile.y + y) * picture.bytesPerRow +
                                      static_cast<std::ptrdiff_t>(tile.x) * 3;
            float* line = out + t * 3 * kPlane + std::int64_t{y} * kTileSide;
            for (int x = 0; x < kTileSide; ++x) {
                line[x] = row[x * 3 + 2];
                line[kPlane + x] = row[x * 3 + 1];
                line[2 * kPlane + x] = row[x * 3];
            }
        }
    }
    return batch;
}

void copyRows(const at::Tensor& statistics, std::vector<std::vector<float>>& rows,
              std::int64_t first) {
    const at::Tensor table = statistics.contiguous();
    const auto columns = static_cast<std::size_t>(table.size(1));
    const float* values = table.data_ptr<float>();
    for (std::int64_t t = 0; t < table.size(0); ++t) {
        const float* begin = values + static_cast<std::size_t>(t) * columns;
        rows[static_cast<std::size_t>(first + t)].assign(begin, begin + columns);
    }
}

} // namespace

const std::vector<std::string>& residualFeatureNames() {
    static const std::vector<std::string> kNames = tileStatisticNames();
    return kNames;
}

Result<ResidualFeatures> residualFeatures(const PixelView& picture, std::stop_token stop) {
    ResidualFeatures features;
    if (picture.isEmpty() || picture.width < kTileSide || picture.height < kTileSide)
        return features;
    features.tiles = usableTiles(picture, kTileSide, kMaximumTiles);
    features.rows.resize(features.tiles.size());
    const auto total = static_cast<std::int64_t>(features.tiles.size());
    const std::int64_t tasks = (total + kTilesPerTask - 1) / kTilesPerTask;
    try {
        // Operators inside a parallel region run on one thread, hence always sum in one order.
        at::parallel_for(0, tasks, 1, [&](std::int64_t begin, std::int64_t end) {
            const at::NoGradGuard inferenceOnly;
            for (std::int64_t task = begin; task < end && !stop.stop_requested(); ++task) {
                const std::int64_t first = task * kTilesPerTask;
                const std::int64_t count = std::min(kTilesPerTask, total - first);
                copyRows(tileStatistics(gathered(picture, features.tiles, first, count)),
                         features.rows, first);
            }
        });
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory for the residual analysis.");
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
                    std::string("The residual analysis failed: ") + error.what());
    }
    if (stop.stop_requested())
        return cancelled();
    return features;
}

} // namespace core::model
