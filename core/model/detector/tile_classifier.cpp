// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_classifier.h"

#include "core/model/checkpoint/safetensors.h"
#include "core/model/detector/tile_grid.h"
#include "core/model/detector/tile_network.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

namespace core::model {

struct TileClassifier::Weights {
    TileNetwork network;
    double referenceLow = 0;
    double referenceHigh = 0;
};

namespace {

/// One task's worth; fixed, so that sums are formed in the same order whatever the thread count.
constexpr std::int64_t kTilesPerTask = 8;

Error damaged(const std::filesystem::path& file, std::string_view why) {
    return {ErrorCode::ModelInvalid, "The embedded engine's file " + file.string() +
                                         " cannot be used: " + std::string(why) +
                                         ". Reinstall Clueglass."};
}

void scoreTask(TileNetwork& network, const PixelView& picture, TileScores& scores,
               std::int64_t task) {
    const auto first = static_cast<std::size_t>(task * kTilesPerTask);
    const std::size_t last = std::min(first + kTilesPerTask, scores.tiles.size());
    const std::vector<Rect> tiles(scores.tiles.begin() + static_cast<std::ptrdiff_t>(first),
                                  scores.tiles.begin() + static_cast<std::ptrdiff_t>(last));
    const at::Tensor values =
        network.logOdds(gatheredTiles(picture, tiles), Mode::Use).contiguous();
    std::copy_n(values.data_ptr<float>(), tiles.size(),
                scores.logOdds.begin() + static_cast<std::ptrdiff_t>(first));
}

} // namespace

TileClassifier::TileClassifier(std::unique_ptr<Weights> weights) : m_weights(std::move(weights)) {}
TileClassifier::TileClassifier(TileClassifier&&) noexcept = default;
TileClassifier& TileClassifier::operator=(TileClassifier&&) noexcept = default;
TileClassifier::~TileClassifier() = default;

Result<TileClassifier> TileClassifier::load(const std::filesystem::path& path) {
    auto file = SafetensorsFile::open(path);
    if (!file) {
        if (file.error().code == ErrorCode::FileNotFound)
            return fail(ErrorCode::ModelMissing, "The embedded engine's file " + path.string() +
                                                     " is missing; reinstall Clueglass.");
        return tl::unexpected(damaged(path, file.error().message));
    }
    auto network = networkFrom(*file);
    if (!network)
        return tl::unexpected(damaged(path, network.error().message));
    auto weights = std::make_unique<Weights>();
    weights->network = std::move(*network);
    try {
        weights->referenceLow = std::stod(file->metadata().at("reference_low"));
        weights->referenceHigh = std::stod(file->metadata().at("reference_high"));
    } catch (const std::exception&) {
        return tl::unexpected(damaged(path, "its reference range is missing"));
    }
    return TileClassifier(std::move(weights));
}

Result<TileScores> TileClassifier::score(const PixelView& picture, int limit,
                                         std::stop_token stop) const {
    TileScores scores;
    if (picture.isEmpty() || picture.width < kTileSide || picture.height < kTileSide)
        return scores;
    ChosenTiles parts = evenlyChosen(usableTiles(picture, kTileSide), limit);
    scores.tiles = std::move(parts.chosen);
    scores.skipped = std::move(parts.rest);
    scores.logOdds.resize(scores.tiles.size());
    const auto total = static_cast<std::int64_t>(scores.tiles.size());
    const std::int64_t tasks = (total + kTilesPerTask - 1) / kTilesPerTask;
    try {
        // Operators inside a parallel region run on one thread, hence always sum in one order.
        at::parallel_for(0, tasks, 1, [&](std::int64_t begin, std::int64_t end) {
            const at::NoGradGuard inferenceOnly;
            for (std::int64_t task = begin; task < end && !stop.stop_requested(); ++task)
                scoreTask(m_weights->network, picture, scores, task);
        });
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::LimitExceeded,
                    "There is not enough memory for the learned detector.");
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
                    std::string("The learned detector failed: ") + error.what());
    }
    if (stop.stop_requested())
        return cancelled();
    return scores;
}

double TileClassifier::referenceLow() const {
    return m_weights->referenceLow;
}
double TileClassifier::referenceHigh() const {
    return m_weights->referenceHigh;
}

} // namespace core::model
