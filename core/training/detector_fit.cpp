// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/detector_fit.h"

#include "core/evaluation/scores.h"
#include "core/model/detector/tile_classifier_fit.h"
#include "core/training/confidence_fit.h"
#include "core/training/fit_record.h"
#include "core/training/fusion_fit.h"
#include "core/training/list_hash.h"
#include "core/training/size_fit.h"
#include "core/training/source_folds.h"
#include "core/training/threshold_fit.h"
#include "core/training/tile_scores.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::ordered_json;
using evaluation::ScoredPicture;

std::string rowsHash(const std::vector<FeatureRow>& rows) {
    std::set<std::string> names;
    for (const FeatureRow& row : rows)
        names.insert(row.source + "/" + std::filesystem::path(row.file).filename().string() + "|" +
                     row.chain);
    return listHash(names);
}

/// Out-of-fold probabilities, one per row, and the fusion of each fold, which never saw the fold.
/// Size and confidence are fitted to all of them together.
struct CrossValidation {
    std::vector<ScoredPicture> scores;
    std::vector<FittedFusion> fusions;
};

Result<CrossValidation> crossValidated(const std::vector<FeatureRow>& table,
                                       const FusionFitOptions& options) {
    CrossValidation result;
    result.scores.resize(table.size());
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (foldOf(table[i].source) != fold)
                rows.push_back(i);
        }
        const auto fusion = fitFusion(table, rows, options);
        if (!fusion)
            return tl::unexpected(fusion.error());
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (foldOf(table[i].source) == fold)
                result.scores[i] = {1 / (1 + std::exp(-fusion->logOdds(table[i].evidence))),
                                    isFake(table[i])};
        }
        result.fusions.push_back(*fusion);
    }
    const model::SizeFactor size = fittedSize(table, result.scores);
    result.scores = withSize(table, std::move(result.scores), size);
    const auto confidence = fittedConfidence(table, result.scores);
    result.scores = withConfidence(table, std::move(result.scores), confidence);
    for (FittedFusion& fusion : result.fusions) {
        fusion.size = size;
        fusion.confidence = confidence;
    }
    return result;
}

Result<void> makeFolder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return fail(ErrorCode::WriteFailed,
                    "The folder " + folder.string() + " cannot be made: " + failed.message() + ".");
    return {};
}

/// The detector must not be able to learn what has nothing to do with generation.
Result<LeakReport> requireNoLeak(const TileData& tiles, const TileFitSettings& settings) {
    auto leaks = leaksOf(tiles, kNoFold, settings);
    if (leaks && !leaks->isFree())
        return fail(ErrorCode::InvalidArgument,
                    "Brightness, contrast, size or the JPEG grid alone tell the classes of the "
                    "training tiles apart (AUC " +
                        std::to_string(leaks->auc) + "); see what clueglass-train leaks lists.");
    return leaks;
}

Json recordOf(const std::vector<FeatureRow>& rows, const TileData& tiles,
              const std::vector<ScoredPicture>& scores, const Thresholds& thresholds,
              const DetectorFitOptions& options) {
    Json record = {
        {"what", "Tile classifier and evidence fusion of the embedded engine"},
        {"fusion_list_sha256", rowsHash(rows)},
        {"fusion_pictures", rows.size()},
        {"tile_list_sha256", tiles.listSha256},
        {"tile_pool_rows", tiles.pool.rows.size()},
        {"twins", tiles.twins.rows.size()},
        {"seed", options.tiles.seed},
        {"steps", options.tiles.stepsBefore + options.tiles.steps},
        {"restarted_after_steps", options.tiles.stepsBefore},
        {"fusion_inputs", options.fusionInputs},
        {"watched", options.watched},
        {"prior", "both classes weigh alike: p_fake refers to a prior of one half"},
        {"procedure",
         "Three folds by source; every figure below is out of fold: neither the tile classifier "
         "nor "
         "the fusion that gave a score saw any picture of the same source. Each threshold is the "
         "strictest of the three folds', chosen on these same out-of-fold scores, so the rates at "
         "the thresholds are not an independent test. Manipulated pictures had no say in them."},
        {"thresholds",
         {{"real_below", thresholds.realBelow}, {"fake_above", thresholds.fakeAbove}}}};
    record.update(outOfFoldFigures(rows, scores, thresholds));
    return record;
}

/// Counted up when what becomes of the networks' scores changes: inputs, correction, thresholds.
constexpr int kFusionVersion = 3;

/// Networks trained further on the same pictures must not bear the same name.
std::string versionOf(const std::vector<FeatureRow>& rows, const TileFitSettings& tiles) {
    return std::to_string(kFusionVersion) + "-" + rowsHash(rows).substr(0, 8) + "-" +
           std::to_string(tiles.stepsBefore + tiles.steps);
}

/// @return ascending values of one input of the rows that belong
template <typename Predicate>
std::vector<double> sortedInput(const std::vector<FeatureRow>& rows, const std::string& name,
                                Predicate belongs) {
    std::vector<double> values;
    for (const FeatureRow& row : rows) {
        const auto found = row.evidence.find(name);
        if (belongs(row) && found != row.evidence.end())
            values.push_back(found->second);
    }
    std::ranges::sort(values);
    return values;
}

/// Usual ranges of photographs' scores, out of fold.
std::map<std::string, std::string> tileMetadata(const std::vector<FeatureRow>& rows,
                                                const std::string& listSha256) {
    const auto at = [](const std::vector<double>& sorted, double share) {
        return sorted.empty() ? std::string("0")
                              : std::to_string(sorted[static_cast<std::size_t>(
                                    share * static_cast<double>(sorted.size() - 1))]);
    };
    const auto isPhotograph = [](const FeatureRow& row) { return !isFake(row); };
    const std::vector<double> means = sortedInput(rows, "tiles.mean", isPhotograph);
    const std::vector<double> generated =
        sortedInput(rows, "tiles.mean", [](const FeatureRow& row) { return row.isGenerated; });
    const std::vector<double> tiles = sortedInput(rows, "tiles.high", isPhotograph);
    const std::vector<double> foreign = sortedInput(rows, "foreign.high", isPhotograph);
    return {{"reference_low", at(means, 0.05)},
            {"reference_high", at(means, 0.95)},
            {"generated_reference_low", at(generated, 0.1)},
            {"tile_reference_high", at(tiles, 0.95)},
            {"foreign_reference_high", at(foreign, 0.95)},
            {"data_list_sha256", listSha256}};
}

struct Engine {
    std::filesystem::path classifier;
    const FittedFusion& fusion;
    std::string version;
};

Result<void> writeEngine(const Engine& engine, const Thresholds& thresholds,
                         const std::map<std::string, std::string>& metadata,
                         const std::filesystem::path& folder) {
    if (auto made = makeFolder(folder); !made)
        return made;
    if (auto copied = model::copyWithMetadata(engine.classifier,
                                              folder / "tile_classifier.safetensors", metadata);
        !copied)
        return copied;
    return writeFusion(engine.fusion, thresholds.realBelow, thresholds.fakeAbove, engine.version,
                       folder / "fusion.json");
}

/// Every row gets the scores of a classifier that never saw its fold.
Result<void> scoreOutOfFold(std::vector<FeatureRow>& rows, const TileData& tiles,
                            const DetectorFitOptions& options,
                            const std::filesystem::path& scratch) {
    for (int fold = 0; fold < kFolds; ++fold) {
        if (auto fitted = fitTiles(tiles, fold, options.tiles, scratch); !fitted)
            return fitted;
        const auto classifier = classifierFile(tiles, fold, options.tiles, scratch);
        if (auto scored = addTileScores(rows, fold, classifier); !scored)
            return scored;
    }
    // Without enough tiles the program gives no verdict either.
    std::erase_if(rows, [](const FeatureRow& row) { return !row.evidence.contains("tiles.mean"); });
    return {};
}

/// Each fold's classifier and fusion as a data folder for clueglass-cli: what eval measures with it
/// on the fold's sources is out of fold, under any condition.
Result<void> writeFoldEngines(const CrossValidation& validation, const Thresholds& thresholds,
                              const std::map<std::string, std::string>& metadata,
                              const std::function<std::filesystem::path(int)>& classifierOf,
                              const std::filesystem::path& scratch) {
    for (int fold = 0; fold < kFolds; ++fold) {
        const Engine engine{classifierOf(fold), validation.fusions[static_cast<std::size_t>(fold)],
                            "without fold " + std::to_string(fold)};
        const auto data = scratch / ("without_fold" + std::to_string(fold)) / "models" / "embedded";
        if (auto written = writeEngine(engine, thresholds, metadata, data); !written)
            return written;
    }
    return {};
}

/// The fusion of all rows, with the size and confidence that were fitted out of fold.
Result<FittedFusion> fusionOfAll(const std::vector<FeatureRow>& rows,
                                 const FusionFitOptions& options, const FittedFusion& outOfFold) {
    std::vector<std::size_t> all(rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    auto fusion = fitFusion(rows, all, options);
    if (fusion) {
        fusion->size = outOfFold.size;
        fusion->confidence = outOfFold.confidence;
    }
    return fusion;
}

} // namespace

Result<void> fitDetector(std::vector<FeatureRow> rows, const TileData& tiles,
                         const DetectorFitOptions& options, const std::filesystem::path& folder,
                         const std::filesystem::path& scratch) {
    // Hours of work lie between here and the first file written to it.
    if (auto made = makeFolder(folder); !made)
        return made;
    const auto leaks = requireNoLeak(tiles, options.tiles);
    if (!leaks)
        return tl::unexpected(leaks.error());
    if (auto scored = scoreOutOfFold(rows, tiles, options, scratch); !scored)
        return scored;
    FusionFitOptions fusionOptions;
    fusionOptions.inputs = options.fusionInputs;
    fusionOptions.watched = options.watched;
    auto validation = crossValidated(rows, fusionOptions);
    if (!validation)
        return tl::unexpected(validation.error());
    const Thresholds thresholds = fittedThresholds(rows, validation->scores, options.promises);
    const auto metadata = tileMetadata(rows, tiles.listSha256);
    const auto classifierOf = [&](int leftOut) {
        return classifierFile(tiles, leftOut, options.tiles, scratch);
    };
    if (auto written = writeFoldEngines(*validation, thresholds, metadata, classifierOf, scratch);
        !written)
        return written;
    const auto fusion = fusionOfAll(rows, fusionOptions, validation->fusions.front());
    if (!fusion)
        return tl::unexpected(fusion.error());
    if (auto fitted = fitTiles(tiles, kNoFold, options.tiles, scratch); !fitted)
        return fitted;
    Json record = recordOf(rows, tiles, validation->scores, thresholds, options);
    record["leaks"] = {{"tiles", leaks->tiles}, {"auc", leaks->auc}, {"each", leaks->each}};
    for (const LossPoint& point : lossCurve(tiles, kNoFold, options.tiles, scratch))
        record["loss_by_step"].push_back({point.step, point.loss});
    if (auto written = writeRecord(record, folder / "training_record.json"); !written)
        return written;
    return writeEngine({classifierOf(kNoFold), *fusion, versionOf(rows, options.tiles)}, thresholds,
                       metadata, folder);
}

} // namespace core::training
