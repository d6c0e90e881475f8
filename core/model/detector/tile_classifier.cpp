// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/tile_classifier.h"

#include "core/model/blas_room.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/detector/foreign_parts.h"
#include "core/model/detector/tile_grid.h"
#include "core/model/detector/tile_network.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

namespace core::model {

struct TileClassifier::Weights {
    TileNetwork network;
    double referenceLow = 0;
    double referenceHigh = 0;
    double generatedReferenceLow = 0;
    double tileReferenceHigh = 0;
    double foreignReferenceHigh = 0;
};

namespace {

/// One task's worth; fixed, so that sums are formed in the same order whatever the thread count.
constexpr std::size_t kTilesPerTask = 8;

Error damaged(const std::filesystem::path& file, std::string_view why) {
    return {ErrorCode::ModelInvalid, "The embedded engine's file " + file.string() +
                                         " cannot be used: " + std::string(why) +
                                         ". Reinstall Clueglass."};
}

/// Eight tiles or fewer.
struct Task {
    std::size_t first = 0;
    std::vector<Rect> tiles;
};

std::vector<Task> tasksFor(const std::vector<Rect>& tiles) {
    std::vector<Task> tasks;
    for (std::size_t first = 0; first < tiles.size(); first += kTilesPerTask) {
        const std::size_t last = std::min(first + kTilesPerTask, tiles.size());
        tasks.push_back({first,
                         {tiles.begin() + static_cast<std::ptrdiff_t>(first),
                          tiles.begin() + static_cast<std::ptrdiff_t>(last)}});
    }
    return tasks;
}

/// Operators inside a parallel region run on one thread, hence always sum in one order. For a
/// single task there would be no region, so there are always two.
template <typename Work>
void forEachTask(std::size_t count, const std::stop_token& stop, const Work& work) {
    const auto tasks = static_cast<std::int64_t>(count);
    at::parallel_for(0, std::max<std::int64_t>(tasks, 2), 1,
                     [&](std::int64_t begin, std::int64_t end) {
                         const at::NoGradGuard inferenceOnly;
                         for (std::int64_t i = begin; i < std::min(end, tasks); ++i) {
                             if (!stop.stop_requested())
                                 work(static_cast<std::size_t>(i));
                         }
                     });
}

void copyOut(const at::Tensor& values, float* out) {
    const at::Tensor packed = values.contiguous();
    std::copy_n(packed.data_ptr<float>(), packed.numel(), out);
}

/// @return the features of the tiles, task by task
std::vector<at::Tensor> scoreTiles(TileNetwork& network, const PixelView& picture,
                                   TileScores& scores, const std::stop_token& stop) {
    const auto tasks = tasksFor(scores.tiles);
    std::vector<at::Tensor> features(tasks.size());
    scores.logOdds.resize(scores.tiles.size());
    forEachTask(tasks.size(), stop, [&](std::size_t i) {
        features[i] = network.features(gatheredTiles(picture, tasks[i].tiles), Mode::Use);
        copyOut(network.generatedLogOdds(features[i]), scores.logOdds.data() + tasks[i].first);
    });
    return features;
}

using Gather = at::Tensor (*)(const PixelView&, const std::vector<Rect>&);

/// For "generated", one per tile.
std::vector<float> logOddsOf(TileNetwork& network, const PixelView& picture,
                             const std::vector<Rect>& tiles, Gather gather,
                             const std::stop_token& stop) {
    const auto tasks = tasksFor(tiles);
    std::vector<float> logOdds(tiles.size());
    forEachTask(tasks.size(), stop, [&](std::size_t i) {
        copyOut(
            network.generatedLogOdds(network.features(gather(picture, tasks[i].tiles), Mode::Use)),
            logOdds.data() + tasks[i].first);
    });
    return logOdds;
}

/// At half the scale: of the grid and, in small pictures, between.
std::vector<Rect> halfTilesOf(const PixelView& picture, const TileLimits& limits) {
    constexpr int kSide = 2 * kTileSide;
    std::vector<Rect> tiles = evenlyChosen(usableTiles(picture, kSide), limits.halfTiles).chosen;
    const auto between = tilesBetween(picture, kSide, kSide / 4, tiles, limits.enoughHalfTiles);
    tiles.insert(tiles.end(), between.begin(), between.end());
    return tiles;
}

std::vector<bool> blankCells(const PixelView& picture, const std::vector<Rect>& tiles) {
    std::vector<bool> isBlank;
    for (const Rect& tile : tiles) {
        for (int y = 0; y < kTileSide; y += kCellSide) {
            for (int x = 0; x < kTileSide; x += kCellSide)
                isBlank.push_back(
                    !isUsable(picture, {tile.x + x, tile.y + y, kCellSide, kCellSide}));
        }
    }
    return isBlank;
}

/// [1, kFeatureChannels, 1, 1] each.
struct Spread {
    at::Tensor mean;
    at::Tensor deviation;
};

/// One sum after the other: at::mean would add up in an order that depends on the threads.
/// @param packed  [tiles, rows, columns, channels]
Spread spreadOf(const at::Tensor& packed) {
    const auto channels = static_cast<std::size_t>(packed.size(3));
    const auto cells = static_cast<std::size_t>(packed.numel()) / channels;
    const float* values = packed.data_ptr<float>();
    std::vector<double> sum(channels);
    std::vector<double> squares(channels);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t c = 0; c < channels; ++c) {
            const auto value = static_cast<double>(values[cell * channels + c]);
            sum[c] += value;
            squares[c] += value * value;
        }
    }
    const auto n = static_cast<double>(cells);
    std::vector<float> mean;
    std::vector<float> deviation;
    for (std::size_t c = 0; c < channels; ++c) {
        const double middle = sum[c] / n;
        mean.push_back(static_cast<float>(middle));
        deviation.push_back(
            static_cast<float>(std::sqrt(std::max(squares[c] / n - middle * middle, 0.0) + 1e-6)));
    }
    const auto shaped = [](const std::vector<float>& numbers) {
        return at::tensor(numbers).view({1, -1, 1, 1});
    };
    return {shaped(mean), shaped(deviation)};
}

/// Compares every cell with all of them. scores.isBlank must be there.
void scoreCells(const TileNetwork& network, const std::vector<at::Tensor>& features,
                TileScores& scores, const std::stop_token& stop) {
    const at::Tensor packed =
        at::cat(features, 0).permute({0, 2, 3, 1}).contiguous(); // [tiles, 8, 8, channels]
    const Spread spread = spreadOf(packed);
    scores.foreign.resize(scores.tiles.size() * kCellsPerTile * kCellsPerTile);
    forEachTask(features.size(), stop, [&](std::size_t i) {
        copyOut(network.foreignLogOdds(features[i], spread.mean, spread.deviation),
                scores.foreign.data() + i * kTilesPerTask * kCellsPerTile * kCellsPerTile);
    });
    if (stop.stop_requested())
        return;
    scores.foreignOnMap =
        foreignBesideOthers({scores.tiles,
                             {packed.data_ptr<float>(), static_cast<std::size_t>(packed.numel())},
                             scores.foreign,
                             scores.isBlank});
}

} // namespace

std::vector<float> TileScores::allLogOdds() const {
    std::vector<float> all = logOdds;
    all.insert(all.end(), betweenLogOdds.begin(), betweenLogOdds.end());
    return all;
}

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
    weights->network = network->folded();
    try {
        const auto number = [&](const char* name) { return std::stod(file->metadata().at(name)); };
        weights->referenceLow = number("reference_low");
        weights->referenceHigh = number("reference_high");
        weights->generatedReferenceLow = number("generated_reference_low");
        weights->tileReferenceHigh = number("tile_reference_high");
        weights->foreignReferenceHigh = number("foreign_reference_high");
    } catch (const std::exception&) {
        return tl::unexpected(damaged(path, "its reference range is missing"));
    }
    return TileClassifier(std::move(weights));
}

Result<TileScores> TileClassifier::score(const PixelView& picture, const TileLimits& limits,
                                         std::stop_token stop) const {
    TileScores scores;
    if (picture.isEmpty() || picture.width < kTileSide || picture.height < kTileSide)
        return scores;
    if (auto room = checkRoomForBlas(); !room)
        return tl::unexpected(room.error());
    ChosenTiles parts = evenlyChosen(usableTiles(picture, kTileSide), limits.tiles);
    scores.tiles = std::move(parts.chosen);
    scores.skipped = std::move(parts.rest);
    const auto between =
        tilesBetween(picture, kTileSide, kTileSide / 2, scores.tiles, limits.enoughTiles);
    try {
        TileNetwork& network = m_weights->network;
        const auto features = scoreTiles(network, picture, scores, stop);
        scores.betweenLogOdds = logOddsOf(network, picture, between, gatheredTiles, stop);
        scores.halfLogOdds =
            logOddsOf(network, picture, halfTilesOf(picture, limits), gatheredHalfTiles, stop);
        scores.isBlank = blankCells(picture, scores.tiles);
        if (!features.empty() && !stop.stop_requested())
            scoreCells(network, features, scores, stop);
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
double TileClassifier::generatedReferenceLow() const {
    return m_weights->generatedReferenceLow;
}
double TileClassifier::tileReferenceHigh() const {
    return m_weights->tileReferenceHigh;
}
double TileClassifier::foreignReferenceHigh() const {
    return m_weights->foreignReferenceHigh;
}

} // namespace core::model
