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

/// How foreign the more foreign cells are: their 97th percentile.
void addForeignCells(std::vector<float> cells, std::map<std::string, double>& inputs) {
    if (cells.empty())
        return;
    std::ranges::sort(cells);
    inputs["foreign.high"] = quantile(cells, 0.97);
}

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Coarser places, or the other panels of a collage, would be the foreign ones; of an encoding that
/// nothing was calibrated for, the usual values are not known.
std::string reasonForNoMap(const forensics::Subject& subject,
                           const std::vector<forensics::Evidence>& analyzers) {
    if (subject.picture.lacksDetail)
        return "reason.lacks_detail";
    if (!subject.picture.isCalibrated)
        return "reason.encoding";
    const bool isCollage = std::ranges::any_of(analyzers, [](const forensics::Evidence& evidence) {
        return evidence.analyzer == "collage" && !evidence.findings.empty();
    });
    return isCollage ? "reason.put_together" : "";
}

/// Only the grid at the picture's own scale: the map needs no more.
constexpr model::TileLimits kMapTiles{128, 0, 0, 0};

} // namespace

void addFusionInputs(const forensics::Evidence& evidence, std::map<std::string, double>& inputs) {
    if (!evidence.applies) {
        // No local finding either; a missing-indicator here would only learn which formats were in
        // the training data.
        inputs["local." + evidence.analyzer] = 0;
        return;
    }
    for (const auto& [name, value] : evidence.features) {
        const auto limit = evidence.limits.find(name);
        const bool isBelow = limit != evidence.limits.end() && value <= limit->second;
        inputs[name] = isBelow ? 0 : value;
    }
    double strongest = 0;
    for (const forensics::Finding& finding : evidence.findings) {
        if (finding.direction == examination::Direction::Fake && !finding.regions.empty())
            strongest = std::max(strongest, finding.strength);
    }
    inputs["local." + evidence.analyzer] = strongest;
}

Result<EvidenceSet> gatherEvidence(const forensics::Subject& subject, const Analyzers& analyzers,
                                   const LearnedModels& models, const ProgressCallback& progress,
                                   std::stop_token stop) {
    EvidenceSet set;
    const double steps = static_cast<double>(analyzers.size()) + 3;
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
    report("residual", analyzers.size());
    const auto residualStart = Clock::now();
    auto residual = residualEvidence(subject, models.residual, stop);
    if (!residual)
        return tl::unexpected(residual.error());
    set.timingMs["residual"] = millisecondsSince(residualStart);
    set.features.insert(residual->inputs.begin(), residual->inputs.end());
    set.residual = std::move(*residual);
    report("whole", analyzers.size() + 1);
    const auto wholeStart = Clock::now();
    const auto whole = networkEvidence(subject, models.whole, stop);
    if (!whole)
        return tl::unexpected(whole.error());
    set.timingMs["whole"] = millisecondsSince(wholeStart);
    set.features.insert(whole->begin(), whole->end());
    report("learned", analyzers.size() + 2);
    const auto tilesStart = Clock::now();
    auto scores = models.tiles.score(subject.picture.image.view(), kMapTiles, stop);
    if (!scores)
        return tl::unexpected(scores.error());
    set.timingMs["learned"] = millisecondsSince(tilesStart);
    set.tiles = std::move(*scores);
    set.noMapReasonId = reasonForNoMap(subject, set.analyzers);
    if (!set.noMapReasonId.empty()) {
        set.tiles.foreign.clear();
        set.tiles.foreignOnMap.clear();
    }
    addForeignCells(set.tiles.foreign, set.features);
    const image::Image& image = subject.picture.image;
    set.features[model::kMegapixels] = static_cast<double>(image.width()) * image.height() / 1e6;
    if (subject.jpeg)
        set.features[model::kFileQuality] = subject.jpeg->lumaQuality;
    return set;
}

} // namespace core::inference
