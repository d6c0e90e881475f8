// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/tile_fit.h"

#include "core/model/detector/tile_classifier_fit.h"
#include "core/training/list_hash.h"
#include "core/training/source_folds.h"
#include "core/training/tile_batches.h"

#include <fstream>
#include <set>
#include <utility>

namespace core::training {

namespace {

constexpr int kLeakBatches = 100;

/// Of the fit that another one begins with.
TileFitSettings settingsBefore(TileFitSettings settings) {
    settings.steps = std::exchange(settings.stepsBefore, 0);
    return settings;
}

std::filesystem::path lossFile(const std::filesystem::path& classifier) {
    return classifier.string() + ".loss";
}

Result<TileBatches> batchesFor(const TileData& data, int leftOut, const TileFitSettings& settings) {
    BatchOptions options;
    options.seed = settings.seed;
    TileBatches batches(data.pool, data.twins, leftOut, options);
    if (!batches.hasBothClasses())
        return fail(ErrorCode::InvalidArgument, "Training needs pictures of both classes.");
    return batches;
}

} // namespace

Result<TileData> TileData::read(const std::filesystem::path& poolFile,
                                const std::filesystem::path& twinFile) {
    auto pool = TilePool::read(poolFile);
    if (!pool)
        return tl::unexpected(pool.error());
    auto twins = Twins::read(twinFile, *pool);
    if (!twins)
        return tl::unexpected(twins.error());
    std::set<std::string> names;
    for (const PoolRow& row : pool->rows)
        names.insert(row.source + "/" + std::filesystem::path(row.file).filename().string());
    names.insert(std::to_string(twins->rows.size()) + " twins");
    std::string hash = listHash(names);
    return TileData{std::move(*pool), std::move(*twins), std::move(hash)};
}

std::filesystem::path classifierFile(const TileData& data, int leftOut,
                                     const TileFitSettings& settings,
                                     const std::filesystem::path& scratch) {
    const std::string part = leftOut == kNoFold ? "all" : "without" + std::to_string(leftOut);
    const std::string before =
        settings.stepsBefore > 0 ? std::to_string(settings.stepsBefore) + "+" : "";
    return scratch /
           ("tiles-" + part + "-" + before + std::to_string(settings.steps) + "-" +
            std::to_string(settings.seed) + "-" + data.listSha256.substr(0, 12) + ".safetensors");
}

std::vector<LossPoint> lossCurve(const TileData& data, int leftOut, const TileFitSettings& settings,
                                 const std::filesystem::path& scratch) {
    std::vector<LossPoint> curve;
    if (settings.stepsBefore > 0)
        curve = lossCurve(data, leftOut, settingsBefore(settings), scratch);
    std::ifstream stream(lossFile(classifierFile(data, leftOut, settings, scratch)));
    LossPoint point;
    while (stream >> point.step >> point.loss)
        curve.push_back({settings.stepsBefore + point.step, point.loss});
    return curve;
}

Result<void> fitTiles(const TileData& data, int leftOut, const TileFitSettings& settings,
                      const std::filesystem::path& scratch) {
    const auto file = classifierFile(data, leftOut, settings, scratch);
    if (std::filesystem::exists(file))
        return {};
    model::TileFitOptions options;
    if (settings.stepsBefore > 0) {
        const TileFitSettings before = settingsBefore(settings);
        if (auto fitted = fitTiles(data, leftOut, before, scratch); !fitted)
            return fitted;
        options.start = classifierFile(data, leftOut, before, scratch);
    }
    const auto batches = batchesFor(data, leftOut, settings);
    if (!batches)
        return tl::unexpected(batches.error());
    std::ofstream curve(lossFile(file), std::ios::app);
    options.steps = settings.steps;
    options.seed = settings.seed;
    options.device = settings.device;
    options.progress = [&](int step, double loss) {
        const std::string line = std::to_string(step) + "\t" + std::to_string(loss);
        curve << line << std::endl;
        if (settings.log)
            settings.log(line);
    };
    // No batch of the earlier fit is seen twice.
    const auto batchOf = [&](int step) { return batches->batch(settings.stepsBefore + step); };
    // The range is written when it has been measured, see detector_fit.
    return model::fitTileClassifier(batchOf, options, file,
                                    {{"reference_low", "0"},
                                     {"reference_high", "0"},
                                     {"generated_reference_low", "0"},
                                     {"tile_reference_high", "0"},
                                     {"foreign_reference_high", "0"},
                                     {"data_list_sha256", data.listSha256}});
}

Result<LeakReport> leaksOf(const TileData& data, int leftOut, const TileFitSettings& settings) {
    const auto batches = batchesFor(data, leftOut, settings);
    if (!batches)
        return tl::unexpected(batches.error());
    return classLeaks([&](int step) { return batches->batch(step); }, kLeakBatches);
}

} // namespace core::training
