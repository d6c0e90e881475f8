// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/detector_fit.h"

#include "core/evaluation/scores.h"
#include "core/image/jpeg_structure.h"
#include "core/image/safe_decoder.h"
#include "core/training/computed_gate.h"
#include "core/training/confidence_fit.h"
#include "core/training/fit_record.h"
#include "core/training/fusion_fit.h"
#include "core/training/list_hash.h"
#include "core/training/residual_scores.h"
#include "core/training/size_fit.h"
#include "core/training/source_folds.h"
#include "core/training/stable_seed.h"
#include "core/training/support_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace core::training {

namespace {

using Json = nlohmann::ordered_json;
using evaluation::ScoredPicture;

/// Counted up when what becomes of the machines' scores changes: inputs, correction, thresholds.
constexpr int kFusionVersion = 5;

std::string distanceName(const std::string& input) {
    return input + ".distance";
}

std::optional<int> jpegQualityOf(const std::filesystem::path& path) {
    const auto file = image::readEvidence(path, {});
    if (!file || file->format != image::Format::Jpeg)
        return std::nullopt;
    const auto structure = image::readJpegStructure(*file->bytes);
    return structure ? std::optional(structure->lumaQuality) : std::nullopt;
}

/// The files that the calibration looks at: a fixed choice where a source has many of a class.
std::set<std::string> filesToCalibrate(const StatisticsTable& table,
                                       const std::vector<std::size_t>& rows, int most) {
    std::map<std::pair<std::string, bool>, std::map<std::uint64_t, std::string>> bySource;
    for (const std::size_t row : rows) {
        const StatisticsRow& each = table.rows[row];
        bySource[{each.source, each.isGenerated}][stableSeed(each.file)] = each.file;
    }
    std::set<std::string> chosen;
    for (const auto& [source, files] : bySource) {
        int taken = 0;
        for (const auto& [order, file] : files) {
            if (taken++ < most)
                chosen.insert(file);
        }
    }
    return chosen;
}

/// Rows of the calibration with their out-of-fold scores as inputs.
std::vector<FeatureRow> calibrationRows(const StatisticsTable& table,
                                        const std::vector<std::size_t>& rows,
                                        const std::vector<model::MachineOutput>& outputs,
                                        const DetectorFitOptions& options) {
    const auto chosen = filesToCalibrate(table, rows, options.mostPerSource);
    std::vector<FeatureRow> result;
    for (const std::size_t index : rows) {
        const StatisticsRow& row = table.rows[index];
        if (!chosen.contains(row.file))
            continue;
        const ConditionFacts facts = factsOf(row);
        FeatureRow feature{row.file,        row.source, row.generator, row.look,     row.condition,
                           row.isGenerated, false,      facts.width,   facts.height, {}};
        const auto quality =
            facts.jpegQuality ? facts.jpegQuality : jpegQualityOf(options.pictures / row.file);
        if (quality)
            feature.evidence[model::kFileQuality] = *quality;
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            const std::string name = kLooks[i].input;
            feature.evidence[name] = outputs[i].scores[index];
            feature.evidence[distanceName(name)] = std::log(outputs[i].distances[index]);
        }
        result.push_back(std::move(feature));
    }
    return result;
}

std::vector<std::size_t> rowsWhere(const std::vector<FeatureRow>& rows, auto belongs) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (belongs(foldOf(rows[i].source)))
            chosen.push_back(i);
    }
    return chosen;
}

std::vector<ScoredPicture> scoredBy(const FittedFusion& fusion,
                                    const std::vector<FeatureRow>& rows) {
    std::vector<ScoredPicture> scores;
    for (const FeatureRow& row : rows)
        scores.push_back({1 / (1 + std::exp(-fusion.logOdds(row.evidence))), isFake(row)});
    return scores;
}

/// Probabilities of rows that neither the machines nor the fusion behind them have seen.
struct Calibration {
    FittedFusion fusion; ///< of all rows
    std::vector<ScoredPicture> scores;
    Thresholds thresholds;
    Supports supports;
};

/// Files as found whose form is known.
JoinedScores joinedScores(const std::vector<FeatureRow>& rows,
                          const std::vector<ScoredPicture>& scores,
                          const model::SupportScale& support,
                          const std::map<std::string, double>& formRatios) {
    JoinedScores result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto form = formRatios.find(rows[i].file);
        if (rows[i].chain != conditionName(Condition::Found) || form == formRatios.end())
            continue;
        result.rows.push_back(rows[i]);
        result.pixels.push_back(support.at(evaluation::logOddsOf(scores[i].score)).ratio);
        result.form.push_back(form->second);
        result.byPixels.push_back(scores[i]);
    }
    return result;
}

Result<std::vector<ScoredPicture>> crossFitted(const std::vector<FeatureRow>& rows,
                                               const FusionFitOptions& options) {
    std::vector<ScoredPicture> scores(rows.size());
    for (int fold = 0; fold < kFolds; ++fold) {
        const auto fusion =
            fitFusion(rows, rowsWhere(rows, [&](int each) { return each != fold; }), options);
        if (!fusion)
            return tl::unexpected(fusion.error());
        const auto all = scoredBy(*fusion, rows);
        for (const std::size_t i : rowsWhere(rows, [&](int each) { return each == fold; }))
            scores[i] = all[i];
    }
    return scores;
}

Result<Calibration> calibrated(const std::vector<FeatureRow>& rows,
                               const DetectorFitOptions& options) {
    FusionFitOptions fusionOptions;
    for (const Look& look : kLooks)
        fusionOptions.inputs.emplace_back(look.input);
    for (const std::string& input : fusionOptions.inputs)
        fusionOptions.watched.push_back(distanceName(input));
    auto scores = crossFitted(rows, fusionOptions);
    if (!scores)
        return tl::unexpected(scores.error());
    auto fusion = fitFusion(rows, rowsWhere(rows, [](int) { return true; }), fusionOptions);
    if (!fusion)
        return tl::unexpected(fusion.error());
    Calibration result{std::move(*fusion), std::move(*scores), {}, {}};
    result.fusion.size = fittedSize(rows, result.scores);
    result.scores = withSize(rows, std::move(result.scores), result.fusion.size);
    result.fusion.confidence = fittedConfidence(rows, result.scores);
    result.scores = withConfidence(rows, std::move(result.scores), result.fusion.confidence);
    result.thresholds = fittedThresholds(rows, result.scores, options.promises);
    result.supports.pixels = fittedSupport(rows, result.scores, options.kernel.seed);
    const JoinedScores both =
        joinedScores(rows, result.scores, result.supports.pixels, options.formRatios);
    result.supports.joined = fittedJoin(both.rows, both.pixels, both.form, options.kernel.seed);
    fitJoinedVerdicts(both, options.promises, result.supports.joined);
    const Thresholds beside = thresholdsBesideJoined(both, result.supports.joined);
    result.thresholds.fakeAbove = std::max(result.thresholds.fakeAbove, beside.fakeAbove);
    result.thresholds.realBelow = std::min(result.thresholds.realBelow, beside.realBelow);
    return result;
}

/// The sealed fold's probabilities, by what was fitted to the other folds.
std::vector<ScoredPicture> sealedScores(const Calibration& calibration,
                                        const std::vector<FeatureRow>& rows) {
    auto scores = scoredBy(calibration.fusion, rows);
    scores = withSize(rows, std::move(scores), calibration.fusion.size);
    return withConfidence(rows, std::move(scores), calibration.fusion.confidence);
}

void addLocalInputs(const std::vector<LocalInput>& inputs, FittedFusion& fusion) {
    for (const LocalInput& input : inputs) {
        fusion.names.push_back(input.name);
        fusion.mean.push_back(0);
        fusion.scale.push_back(input.scale);
        fusion.weight.push_back(input.weight);
        fusion.missingWeight.push_back(0);
    }
}

/// How often both together speak up for a class of pictures, and how often they give a verdict.
struct JoinedCounts {
    int pictures = 0;
    int supportedRightly = 0;
    int supportedWrongly = 0;
    int calledFake = 0;
    int calledReal = 0;
};

Json toJson(const JoinedCounts& counts) {
    return {{"pictures", counts.pictures},
            {"supported_rightly", counts.supportedRightly},
            {"supported_wrongly", counts.supportedWrongly},
            {"called_fake", counts.calledFake},
            {"called_real", counts.calledReal}};
}

/// How the pixels alone, the form alone and both part the classes.
Json supportFigures(const JoinedScores& both, const Thresholds& thresholds,
                    const model::JoinedSupport& joined) {
    std::array<std::vector<ScoredPicture>, 3> scores; // pixels, form, joined
    std::array<JoinedCounts, 2> classes;
    for (std::size_t i = 0; i < both.rows.size(); ++i) {
        const bool fake = isFake(both.rows[i]);
        const double ratio = joined.at(both.pixels[i], both.form[i]).ratio;
        scores[0].push_back({both.pixels[i], fake});
        scores[1].push_back({both.form[i], fake});
        scores[2].push_back({ratio, fake});
        const double alone = both.byPixels[i].score;
        JoinedCounts& counts = classes[fake ? 1 : 0];
        ++counts.pictures;
        const bool forFake = ratio >= model::kLeastPixelRatio;
        const bool forReal = ratio <= 1 / model::kLeastPixelRatio;
        counts.supportedRightly += (fake ? forFake : forReal) ? 1 : 0;
        counts.supportedWrongly += (fake ? forReal : forFake) ? 1 : 0;
        const bool calledFake =
            alone > thresholds.fakeAbove || joined.saysFake(both.pixels[i], both.form[i]);
        counts.calledFake += calledFake ? 1 : 0;
        counts.calledReal += !calledFake && (alone < thresholds.realBelow ||
                                             joined.saysReal(both.pixels[i], both.form[i]))
                                 ? 1
                                 : 0;
    }
    return {{"auc_pixels", evaluation::areaUnderCurve(scores[0])},
            {"auc_form", evaluation::areaUnderCurve(scores[1])},
            {"auc_joined", evaluation::areaUnderCurve(scores[2])},
            {"photographs", toJson(classes[0])},
            {"generated", toJson(classes[1])}};
}

std::string tableHash(const StatisticsTable& table, const std::vector<std::size_t>& rows) {
    std::set<std::string> names;
    for (const std::size_t row : rows)
        names.insert(table.rows[row].source + "/" + table.rows[row].file + "|" +
                     table.rows[row].condition);
    return listHash(names);
}

Json describe(const StatisticsTable& table, const std::vector<std::size_t>& rows,
              const DetectorFitOptions& options) {
    std::set<std::string> files;
    std::set<std::string> sources;
    for (const std::size_t row : rows) {
        files.insert(table.rows[row].file);
        sources.insert(table.rows[row].source);
    }
    return {{"what", "Residual machines and evidence fusion of the embedded engine"},
            {"list_sha256", tableHash(table, rows)},
            {"pictures", files.size()},
            {"rows", rows.size()},
            {"sources", sources.size()},
            {"seed", options.kernel.seed},
            {"components", options.kernel.components},
            {"gamma", options.kernel.gamma},
            {"ridge", options.kernel.ridge},
            {"centers", options.kernel.centers},
            {"most_per_source_in_calibration", options.mostPerSource},
            {"prior", "both classes weigh alike: p_fake refers to a prior of one half"},
            {"procedure",
             "Six folds by source. Five are used for all choices; their figures are out of fold: "
             "neither machine nor fusion saw a picture of the same source, while size, "
             "confidence and thresholds were chosen on these same scores. The sixth was put aside "
             "before anything was fitted; its figures come from what was fitted to the others."}};
}

} // namespace

Result<void> fitDetector(const StatisticsTable& table, const DetectorFitOptions& options,
                         const std::filesystem::path& folder,
                         const std::filesystem::path& scratch) {
    for (const auto& path : {folder, scratch}) {
        std::error_code failed;
        std::filesystem::create_directories(path, failed);
        if (failed)
            return fail(ErrorCode::WriteFailed, "The folder " + path.string() +
                                                    " cannot be made: " + failed.message() + ".");
    }
    const std::vector<std::size_t> rows = rowsToFit(table);
    std::vector<model::MachineOutput> outputs;
    for (const Look& look : kLooks) {
        auto scored = outOfFoldScores(table, rows, look, options.kernel, scratch, options.log);
        if (!scored)
            return tl::unexpected(scored.error());
        outputs.push_back(std::move(*scored));
    }
    std::vector<FeatureRow> open;
    std::vector<FeatureRow> sealed;
    for (FeatureRow& row : calibrationRows(table, rows, outputs, options))
        (foldOf(row.source) == kSealedFold ? sealed : open).push_back(std::move(row));
    auto calibration = calibrated(open, options);
    if (!calibration)
        return tl::unexpected(calibration.error());
    Json record = describe(table, rows, options);
    record["local_inputs"] = Json::array();
    for (const LocalInput& input : options.local)
        record["local_inputs"].push_back(
            {{"name", input.name}, {"scale", input.scale}, {"weight", input.weight}});
    record["thresholds"] = {{"real_below", calibration->thresholds.realBelow},
                            {"fake_above", calibration->thresholds.fakeAbove}};
    record["out_of_fold"] = outOfFoldFigures(open, calibration->scores, calibration->thresholds);
    const auto aside = sealedScores(*calibration, sealed);
    record["put_aside"] = outOfFoldFigures(sealed, aside, calibration->thresholds);
    const auto figuresOf = [&](const std::vector<FeatureRow>& of,
                               const std::vector<ScoredPicture>& scores) {
        return supportFigures(
            joinedScores(of, scores, calibration->supports.pixels, options.formRatios),
            calibration->thresholds, calibration->supports.joined);
    };
    record["support"] = {{"out_of_fold", figuresOf(open, calibration->scores)},
                         {"put_aside", figuresOf(sealed, aside)}};
    std::vector<model::KernelMachine> machines;
    std::vector<std::string> names;
    for (const Look& look : kLooks) {
        auto machine = machineOfAll(table, rows, look, options.kernel);
        if (!machine)
            return tl::unexpected(machine.error());
        machines.push_back(std::move(*machine));
        names.emplace_back(look.name);
    }
    const auto network =
        model::PictureNetwork::load(options.network, model::NetworkPrecision::Half);
    if (!network)
        return tl::unexpected(network.error());
    auto gate = fittedComputedGate(table, rows, *network, {}, options.log);
    if (!gate)
        return tl::unexpected(gate.error());
    record["computed_pictures"] = gate->figures;
    machines.push_back(std::move(gate->machine));
    names.emplace_back("computed");
    calibration->fusion.computedAbove = gate->threshold;
    if (auto written =
            model::writeKernelMachines(machines, names, folder / "kernel_machines.safetensors");
        !written)
        return written;
    if (auto written = writeRecord(record, folder / "training_record.json"); !written)
        return written;
    addLocalInputs(options.local, calibration->fusion);
    const std::string version =
        std::to_string(kFusionVersion) + "-" + tableHash(table, rows).substr(0, 8);
    return writeFusion(calibration->fusion, calibration->thresholds, calibration->supports, version,
                       folder / "fusion.json");
}

} // namespace core::training
