// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/evidence_clues.h"

#include "core/clues/clue_catalog.h"
#include "core/forensics/map_regions.h"
#include "core/inference/embedded/tile_map.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace core::inference {

namespace {

using examination::Clue;
using examination::ClueKind;
using examination::Direction;
using examination::Manner;

constexpr double kForeignProbability = 0.5;
/// Scores are kept within +-8.
constexpr double kLeastForeign = -8;
/// One photograph in twenty has such a part by definition, so it is never strong evidence.
constexpr double kMostForeign = 0.6;
/// Log-odds beyond the usual at which a foreign part has full strength.
constexpr double kFullStrength = 4.0;

Clue clueFrom(const forensics::Evidence& evidence, const forensics::Finding& finding) {
    Clue clue;
    clue.templateId = finding.templateId;
    const char* sentence = clues::clueSentence(finding.templateId);
    clue.text = clues::filled(sentence != nullptr ? sentence : finding.templateId.c_str(),
                              finding.numbers, {});
    clue.kind = finding.kind;
    clue.source = examination::ClueSource::Measurement;
    clue.direction = finding.direction;
    clue.strength = std::clamp(finding.strength, 0.0, 1.0);
    clue.regions = finding.regions;
    clue.evidence = finding.numbers;
    clue.map = evidence.map;
    return clue;
}

/// 0 when no part stands out more than parts of photographs do.
double foreignStrength(const EvidenceSet& set, double usualForeign) {
    const auto high = set.features.find("foreign.high");
    if (high == set.features.end())
        return 0;
    return std::clamp((high->second - usualForeign) / kFullStrength, 0.0, kMostForeign);
}

std::optional<Clue> foreignClue(const EvidenceSet& set, const forensics::Subject& subject,
                                double usualForeign) {
    const double strength = foreignStrength(set, usualForeign);
    if (strength <= 0)
        return std::nullopt;
    const image::Image& image = subject.picture.image;
    forensics::Evidence evidence;
    evidence.map = foreignMap(set.tiles, image.width(), image.height());
    forensics::Finding finding;
    finding.regions = forensics::regionsOf(*evidence.map, image.width(), image.height(),
                                           {kForeignProbability, 0.005, 3});
    if (finding.regions.empty())
        return std::nullopt;
    finding.kind = ClueKind::Texture;
    finding.direction = Direction::Fake;
    finding.templateId = "learned.foreign_part";
    finding.strength = strength;
    std::size_t standing = 0;
    for (std::size_t i = 0; i < set.tiles.foreignOnMap.size(); ++i)
        standing +=
            !set.tiles.isBlank[i] && probabilityOf(set.tiles.foreignOnMap[i]) > kForeignProbability;
    finding.numbers = {{"score", set.features.at("foreign.high")},
                       {"usual", usualForeign},
                       {"share", 100.0 * static_cast<double>(standing) /
                                     static_cast<double>(set.tiles.foreignOnMap.size())}};
    return clueFrom(evidence, finding);
}

Manner mannerOf(const std::string& analyzer) {
    if (analyzer == "copy_move")
        return Manner::CopyMove;
    if (analyzer == "resampling" || analyzer == "error_level")
        return Manner::Edited;
    return Manner::Splice;
}

} // namespace

std::vector<Clue> cluesFrom(const EvidenceSet& evidence, const forensics::Subject& subject,
                            double usualForeign) {
    std::vector<Clue> clues;
    for (const forensics::Evidence& analyzer : evidence.analyzers) {
        for (const forensics::Finding& finding : analyzer.findings)
            clues.push_back(clueFrom(analyzer, finding));
    }
    if (auto foreign = foreignClue(evidence, subject, usualForeign))
        clues.push_back(std::move(*foreign));
    std::ranges::stable_sort(clues, std::greater<>{}, &Clue::strength);
    return clues;
}

std::vector<examination::Measurement> measurementsFrom(const EvidenceSet& evidence,
                                                       double usualForeign) {
    std::vector<examination::Measurement> measurements;
    for (const forensics::Evidence& analyzer : evidence.analyzers) {
        examination::Measurement row;
        row.analyzer = analyzer.analyzer;
        row.applies = analyzer.applies;
        row.reason = analyzer.reason;
        row.reasonId = analyzer.reasonId;
        if (analyzer.applies) {
            row.statistic = analyzer.statistic;
            row.value = analyzer.value;
            row.referenceLow = analyzer.referenceLow;
            row.referenceHigh = analyzer.referenceHigh;
        }
        row.parameters = analyzer.parameters;
        row.map = analyzer.map;
        if (const auto time = evidence.timingMs.find(analyzer.analyzer);
            time != evidence.timingMs.end())
            row.milliseconds = time->second;
        measurements.push_back(std::move(row));
    }
    examination::Measurement learned;
    learned.analyzer = "learned";
    learned.applies = evidence.features.contains("foreign.high");
    learned.parameters = {{"tile_side", model::kTileSide},
                          {"tiles", static_cast<double>(evidence.tiles.tiles.size())}};
    learned.milliseconds = evidence.timingMs.at("learned");
    if (learned.applies) {
        learned.statistic = "log-odds of the more foreign cells";
        learned.value = evidence.features.at("foreign.high");
        learned.referenceLow = kLeastForeign;
        learned.referenceHigh = usualForeign;
    } else {
        learned.reasonId =
            evidence.noMapReasonId.empty() ? "reason.no_usable_tiles" : evidence.noMapReasonId;
        learned.reason = clues::clueSentence(learned.reasonId);
    }
    measurements.push_back(std::move(learned));
    return measurements;
}

std::map<Manner, double> mannerFrom(const EvidenceSet& evidence, double usualForeign,
                                    const Whole& whole) {
    std::map<Manner, double> manner;
    if (const double strength = foreignStrength(evidence, usualForeign); strength > 0)
        manner[Manner::Splice] = strength;
    if (whole.speaksForGenerated)
        manner[Manner::AiGenerated] = whole.pFake;
    for (const forensics::Evidence& analyzer : evidence.analyzers) {
        for (const forensics::Finding& finding : analyzer.findings) {
            if (finding.direction != Direction::Fake)
                continue;
            const Manner kind =
                finding.regions.empty() ? Manner::AiGenerated : mannerOf(analyzer.analyzer);
            manner[kind] = std::max(manner[kind], finding.strength);
        }
    }
    // No kind is supported more than that there is a fake at all.
    for (auto& [kind, score] : manner)
        score = std::min(score, whole.pFake);
    if (manner.empty() && whole.pFake > 0.5)
        manner[Manner::Unknown] = whole.pFake;
    return manner;
}

} // namespace core::inference
