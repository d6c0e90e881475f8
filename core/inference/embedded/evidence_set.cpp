// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/evidence_set.h"

#include "core/model/detector/evidence_fusion.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace core::inference {

namespace {

using Clock = std::chrono::steady_clock;

/// @param sorted  ascending, not empty; @param share  0 to 1
double quantile(const std::vector<float>& sorted, double share) {
    return static_cast<double>(
        sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))]);
}

void addSpread(const std::string& name, std::vector<float> values,
               std::map<std::string, double>& inputs) {
    if (values.empty())
        return;
    std::ranges::sort(values);
    double sum = 0;
    for (const float value : values)
        sum += value;
    inputs[name + ".mean"] = sum / static_cast<double>(values.size());
    inputs[name + ".low"] = quantile(values, 0.1);
    inputs[name + ".high"] = quantile(values, 0.9);
}

} // namespace

void addTileInputs(const model::TileScores& scores, std::map<std::string, double>& inputs) {
    addSpread("tiles", scores.allLogOdds(), inputs);
    addSpread("half", scores.halfLogOdds, inputs);
    if (scores.foreign.empty())
        return;
    std::vector<float> cells = scores.foreign;
    std::ranges::sort(cells);
    inputs["foreign.high"] = quantile(cells, 0.97);
}

void addFusionInputs(const forensics::Evidence& evidence, std::map<std::string, double>& inputs) {
    if (!evidence.applies) {
        // No local finding either; a missing-indicator here would only learn which formats were in
        // the training data.
        inputs["local." + evidence.analyzer] = 0;
        return;
    }
    for (const auto& [name, value] : evidence.features)
        inputs[name] = value;
    double strongest = 0;
    for (const forensics::Finding& finding : evidence.findings) {
        if (finding.direction == examination::Direction::Fake && !finding.regions.empty())
            strongest = std::max(strongest, finding.strength);
    }
    inputs["local." + evidence.analyzer] = strongest;
}

Result<EvidenceSet> gatherEvidence(const forensics::Subject& subject, const Analyzers& analyzers,
                                   const model::TileClassifier& classifier,
                                   const ProgressCallback& progress, std::stop_token stop) {
    EvidenceSet set;
    const double steps = static_cast<double>(analyzers.size()) + 1;
    const auto report = [&](std::string_view stage, std::size_t before) {
        if (progress)
            progress(stage, static_cast<double>(before) / steps);
    };
    auto runs = runAnalyzers(subject, analyzers, report, stop);
    if (!runs)
        return tl::unexpected(runs.error());
    for (AnalyzerRun& run : *runs) {
        set.timingMs[run.evidence.analyzer] = run.ms;
        addFusionInputs(run.evidence, set.features);
        set.analyzers.push_back(std::move(run.evidence));
    }
    report("learned", analyzers.size());
    const auto start = Clock::now();
    auto scores = classifier.score(subject.picture.image.view(), model::TileLimits{}, stop);
    if (!scores)
        return tl::unexpected(scores.error());
    set.timingMs["learned"] =
        std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    set.tiles = std::move(*scores);
    addTileInputs(set.tiles, set.features);
    const image::Image& image = subject.picture.image;
    set.features[model::kMegapixels] = static_cast<double>(image.width()) * image.height() / 1e6;
    if (subject.jpeg)
        set.features[model::kFileQuality] = subject.jpeg->lumaQuality;
    return set;
}

} // namespace core::inference
