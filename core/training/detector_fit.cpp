// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/detector_fit.h"

#include "core/base/digest.h"
#include "core/evaluation/scores.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/model/detector/tile_classifier.h"
#include "core/model/detector/tile_classifier_fit.h"
#include "core/training/fusion_fit.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <set>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::ordered_json;
using evaluation::areaUnderCurve;
using evaluation::calibrationError;
using evaluation::Interval;
using evaluation::rateInterval;
using evaluation::ScoredPicture;
using evaluation::thresholdForFalseAccusations;
using evaluation::thresholdForMissedFakes;

constexpr int kNoFold = -1;
/// Fewer and the program gives no verdict either.
constexpr int kFewestTiles = 3;

bool isFake(const FeatureRow& row) {
    return row.isGenerated || row.isManipulated;
}

/// Pictures of one source count alike however many it has, up to a point.
double weightOf(const FeatureRow& row, const std::map<std::string, int>& perSource) {
    return 1 / std::sqrt(static_cast<double>(perSource.at(row.source)));
}

std::vector<model::TrainingPicture> picturesOf(const FeatureTable& table, int leftOut) {
    std::map<std::string, int> perSource;
    for (const FeatureRow& row : table.rows)
        ++perSource[row.source];
    std::vector<model::TrainingPicture> pictures;
    for (const FeatureRow& row : table.rows) {
        // Manipulated photographs are mostly photograph: they would teach the tiles a wrong label.
        if (foldOf(row.source) != leftOut && !row.isManipulated)
            pictures.push_back({table.tilesOf(row), row.isGenerated, weightOf(row, perSource)});
    }
    return pictures;
}

std::string listHash(const std::vector<FeatureRow>& rows) {
    std::set<std::string> names;
    for (const FeatureRow& row : rows)
        names.insert(row.source + "/" + std::filesystem::path(row.file).filename().string() + "|" +
                     row.chain);
    std::string all;
    for (const std::string& name : names)
        all += name + "\n";
    return sha256({reinterpret_cast<const std::uint8_t*>(all.data()), all.size()});
}

Result<void> fitTiles(const FeatureTable& table, int leftOut, const DetectorFitOptions& options,
                      const std::filesystem::path& file,
                      const std::map<std::string, std::string>& metadata) {
    model::TileFitOptions fit;
    fit.steps = options.steps;
    fit.seed = options.seed;
    fit.progress = options.progress;
    return model::fitTileClassifier(picturesOf(table, leftOut), fit, file, metadata);
}

std::filesystem::path foldFile(const FeatureTable& table, int fold,
                               const DetectorFitOptions& options,
                               const std::filesystem::path& scratch) {
    return scratch / ("fold" + std::to_string(fold) + "-" + std::to_string(options.steps) + "-" +
                      std::to_string(options.seed) + "-" + listHash(table.rows).substr(0, 12) +
                      ".safetensors");
}

/// A classifier that never saw the fold.
Result<model::TileClassifier> foldClassifier(const FeatureTable& table, int fold,
                                             const DetectorFitOptions& options,
                                             const std::filesystem::path& scratch) {
    const auto file = foldFile(table, fold, options, scratch);
    if (!std::filesystem::exists(file)) {
        const auto fitted =
            fitTiles(table, fold, options, file, {{"reference_low", "0"}, {"reference_high", "0"}});
        if (!fitted)
            return tl::unexpected(fitted.error());
    }
    return model::TileClassifier::load(file);
}

/// Gives every row of one fold the scores of a classifier that never saw the fold.
Result<void> scoreFold(FeatureTable& table, const FeatureTable& tiles, int fold,
                       const DetectorFitOptions& options, const std::filesystem::path& scratch) {
    const auto classifier = foldClassifier(tiles, fold, options, scratch);
    if (!classifier)
        return tl::unexpected(classifier.error());
    for (FeatureRow& row : table.rows) {
        if (foldOf(row.source) != fold)
            continue;
        std::vector<float> logOdds;
        for (const PixelView& tile : table.tilesOf(row)) {
            auto scores = classifier->score(tile, 1);
            if (!scores)
                return tl::unexpected(scores.error());
            logOdds.insert(logOdds.end(), scores->logOdds.begin(), scores->logOdds.end());
        }
        inference::addTileInputs(logOdds, row.evidence);
    }
    return {};
}

/// Out-of-fold probabilities, one per row, and the fusion of each fold, which never saw the fold.
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
    return result;
}

struct Thresholds {
    double realBelow = 0;
    double fakeAbove = 1;
};

Json rateJson(int events, int trials) {
    const Interval interval = rateInterval(events, trials);
    return {{"rate", trials > 0 ? static_cast<double>(events) / trials : 0.0},
            {"events", events},
            {"of", trials},
            {"interval95", {interval.low, interval.high}}};
}

/// Figures for the rows that `belongs` selects.
template <typename Predicate>
Json figures(const std::vector<FeatureRow>& table, const std::vector<ScoredPicture>& scores,
             const Thresholds& thresholds, Predicate belongs) {
    std::vector<ScoredPicture> chosen;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (belongs(table[i]))
            chosen.push_back(scores[i]);
    }
    int reals = 0;
    int accused = 0;
    int cleared = 0;
    int fakes = 0;
    int found = 0;
    int missed = 0;
    for (const ScoredPicture& picture : chosen) {
        const bool fake = picture.score > thresholds.fakeAbove;
        const bool real = picture.score < thresholds.realBelow;
        (picture.isFake ? fakes : reals) += 1;
        (picture.isFake ? found : accused) += fake ? 1 : 0;
        (picture.isFake ? missed : cleared) += real ? 1 : 0;
    }
    Json json = {{"pictures", chosen.size()}};
    if (reals > 0 && fakes > 0) {
        json["auc"] = areaUnderCurve(chosen);
        json["calibration_error"] = calibrationError(chosen);
    }
    if (reals > 0) {
        json["real_called_fake"] = rateJson(accused, reals);
        json["real_called_real"] = rateJson(cleared, reals);
    }
    if (fakes > 0) {
        json["fake_called_fake"] = rateJson(found, fakes);
        json["fake_called_real"] = rateJson(missed, fakes);
    }
    return json;
}

template <typename Name>
Json figuresBy(const std::vector<FeatureRow>& table, const std::vector<ScoredPicture>& scores,
               const Thresholds& thresholds, Name name) {
    std::set<std::string> names;
    for (const FeatureRow& row : table)
        names.insert(name(row));
    Json json = Json::object();
    for (const std::string& each : names)
        json[each] = figures(table, scores, thresholds,
                             [&](const FeatureRow& row) { return name(row) == each; });
    return json;
}

Json recordOf(const std::vector<FeatureRow>& table, const std::vector<FeatureRow>& tiles,
              const std::vector<ScoredPicture>& scores, const Thresholds& thresholds,
              const DetectorFitOptions& options) {
    const auto everything = [](const FeatureRow&) { return true; };
    Json record = {
        {"what", "Tile classifier and evidence fusion of the embedded engine"},
        {"fusion_list_sha256", listHash(table)},
        {"fusion_pictures", table.size()},
        {"tile_list_sha256", listHash(tiles)},
        {"tile_pictures", tiles.size()},
        {"seed", options.seed},
        {"steps", options.steps},
        {"fusion_inputs", options.fusionInputs},
        {"prior", "both classes weigh alike: p_fake refers to a prior of one half"},
        {"procedure",
         "Three folds by source; every figure below is out of fold: neither the tile classifier "
         "nor "
         "the fusion that gave a score saw any picture of the same source. The two thresholds were "
         "chosen on these same out-of-fold scores, so the rates at the thresholds are not an "
         "independent test."},
        {"thresholds",
         {{"real_below", thresholds.realBelow}, {"fake_above", thresholds.fakeAbove}}}};
    record["overall"] = figures(table, scores, thresholds, everything);
    record["generated_against_photographs"] = figures(
        table, scores, thresholds, [](const FeatureRow& row) { return !row.isManipulated; });
    record["by_chain"] =
        figuresBy(table, scores, thresholds, [](const FeatureRow& row) { return row.chain; });
    record["by_source"] =
        figuresBy(table, scores, thresholds, [](const FeatureRow& row) { return row.source; });
    record["by_look"] =
        figuresBy(table, scores, thresholds, [](const FeatureRow& row) { return row.look; });
    record["by_fold"] = figuresBy(table, scores, thresholds, [](const FeatureRow& row) {
        return std::to_string(foldOf(row.source));
    });
    return record;
}

Thresholds thresholdsFor(const std::vector<ScoredPicture>& scores,
                         const DetectorFitOptions& options) {
    return {
        std::clamp(thresholdForMissedFakes(scores, options.missedFakeRate), 0.001, 0.5),
        std::clamp(thresholdForFalseAccusations(scores, options.falseAccusationRate), 0.5, 0.999)};
}

/// Usual range of photographs' mean tile scores, out of fold.
std::map<std::string, std::string> tileMetadata(const std::vector<FeatureRow>& table) {
    std::vector<double> means;
    for (const FeatureRow& row : table) {
        const auto found = row.evidence.find("tiles.mean");
        if (!isFake(row) && found != row.evidence.end())
            means.push_back(found->second);
    }
    std::ranges::sort(means);
    const auto at = [&](double share) {
        return std::to_string(
            means[static_cast<std::size_t>(share * static_cast<double>(means.size() - 1))]);
    };
    return {{"reference_low", at(0.05)},
            {"reference_high", at(0.95)},
            {"data_list_sha256", listHash(table)}};
}

Result<void> writeRecord(const Json& record, const std::filesystem::path& file) {
    std::ofstream out(file);
    out << record.dump(1) << '\n';
    if (!out.flush())
        return fail(ErrorCode::WriteFailed, "The file " + file.string() + " cannot be written.");
    return {};
}

/// Each fold's classifier and fusion as a data folder for clueglass-cli: what eval measures with it
/// on the fold's sources is out of fold, under any condition.
Result<void> writeFoldEngines(const CrossValidation& validation, const Thresholds& thresholds,
                              const FeatureTable& tiles, const DetectorFitOptions& options,
                              const std::filesystem::path& scratch) {
    for (int fold = 0; fold < kFolds; ++fold) {
        const auto folder =
            scratch / ("without_fold" + std::to_string(fold)) / "models" / "embedded";
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        std::filesystem::copy_file(foldFile(tiles, fold, options, scratch),
                                   folder / "tile_classifier.safetensors",
                                   std::filesystem::copy_options::overwrite_existing, error);
        if (error)
            return fail(ErrorCode::WriteFailed,
                        "The fold's models cannot be written to " + folder.string() + ".");
        const auto written = writeFusion(
            validation.fusions[static_cast<std::size_t>(fold)], thresholds.realBelow,
            thresholds.fakeAbove, "without fold " + std::to_string(fold), folder / "fusion.json");
        if (!written)
            return written;
    }
    return {};
}

} // namespace

int foldOf(const std::string& source) {
    static const std::map<std::string, int> kFoldOf = {
        {"songguoxs/gpt4o-image-prompts", 0},
        {"EliSchwartz/imagenet-sample-images", 0},
        {"alicevision/dataset_buddha", 0},
        {"freestylefly/awesome-gpt-image-2", 1},
        {"jbhuang0604/SelfExSR", 1},
        {"drewnoakes/metadata-extractor-images", 1},
        {"replicate/cog-sdxl", 1},
    };
    const auto found = kFoldOf.find(source);
    return found == kFoldOf.end() ? 2 : found->second;
}

Result<void> fitDetector(FeatureTable table, FeatureTable tiles, const DetectorFitOptions& options,
                         const std::filesystem::path& folder,
                         const std::filesystem::path& scratch) {
    for (std::vector<FeatureRow>* rows : {&table.rows, &tiles.rows})
        std::erase_if(*rows, [](const FeatureRow& row) { return row.tileCount < kFewestTiles; });
    for (int fold = 0; fold < kFolds; ++fold) {
        if (auto scored = scoreFold(table, tiles, fold, options, scratch); !scored)
            return scored;
    }
    const FusionFitOptions fusionOptions{options.fusionInputs, 3};
    const auto validation = crossValidated(table.rows, fusionOptions);
    if (!validation)
        return tl::unexpected(validation.error());
    const Thresholds thresholds = thresholdsFor(validation->scores, options);
    if (auto written = writeFoldEngines(*validation, thresholds, tiles, options, scratch); !written)
        return written;
    const Json record = recordOf(table.rows, tiles.rows, validation->scores, thresholds, options);
    if (auto written = writeRecord(record, folder / "training_record.json"); !written)
        return written;
    std::vector<std::size_t> all(table.rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto fusion = fitFusion(table.rows, all, fusionOptions);
    if (!fusion)
        return tl::unexpected(fusion.error());
    const std::string version = "1-" + listHash(table.rows).substr(0, 8);
    if (auto written = writeFusion(*fusion, thresholds.realBelow, thresholds.fakeAbove, version,
                                   folder / "fusion.json");
        !written)
        return written;
    const auto whole = scratch / ("all-" + std::to_string(options.steps) + "-1-" +
                                  listHash(tiles.rows).substr(0, 8) + ".safetensors");
    if (!std::filesystem::exists(whole)) {
        if (auto fitted = fitTiles(tiles, kNoFold, options, whole, tileMetadata(table.rows));
            !fitted)
            return fitted;
    }
    std::error_code error;
    std::filesystem::copy_file(whole, folder / "tile_classifier.safetensors",
                               std::filesystem::copy_options::overwrite_existing, error);
    if (error)
        return fail(ErrorCode::WriteFailed,
                    "The models cannot be written to " + folder.string() + ".");
    return {};
}

} // namespace core::training
