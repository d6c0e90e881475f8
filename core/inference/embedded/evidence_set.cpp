// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/evidence_set.h"

#include "core/model/detector/evidence_fusion.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace core::inference {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

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
    addSpread("tiles", scores.logOdds, inputs);
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
    const auto report = [&](std::string_view stage) {
        if (progress)
            progress(stage, static_cast<double>(set.timingMs.size()) / steps);
    };
    for (const auto& analyzer : analyzers) {
        report(analyzer->name());
        const auto start = Clock::now();
        auto evidence = analyzer->analyze(subject, stop);
        if (!evidence)
            return tl::unexpected(evidence.error());
        set.timingMs[std::string(analyzer->name())] = millisecondsSince(start);
        addFusionInputs(*evidence, set.features);
        set.analyzers.push_back(std::move(*evidence));
    }
    report("learned");
    const auto start = Clock::now();
    auto scores = classifier.score(subject.picture.image.view(), model::TileLimits{}, stop);
    if (!scores)
        return tl::unexpected(scores.error());
    set.timingMs["learned"] = millisecondsSince(start);
    set.tiles = std::move(*scores);
    addTileInputs(set.tiles, set.features);
    if (subject.jpeg)
        set.features[model::kFileQuality] = subject.jpeg->lumaQuality;
    return set;
}

} // namespace core::inference
