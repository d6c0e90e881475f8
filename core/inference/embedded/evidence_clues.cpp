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

/// A tile is marked above this on the map, which has one half at the end of the usual range.
constexpr double kMarkedProbability = 0.75;
constexpr double kForeignProbability = 0.5;
/// One photograph in twenty has such a part by definition, so it is never strong evidence.
constexpr double kMostForeign = 0.6;
/// Log-odds at which the whole-picture sentence has full strength.
constexpr double kFullStrength = 4.0;

double meanLogOdds(const model::TileScores& scores) {
    const std::vector<float> all = scores.allLogOdds();
    double sum = 0;
    for (const float value : all)
        sum += value;
    return all.empty() ? 0 : sum / static_cast<double>(all.size());
}

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

Direction directionOf(double mean, const TileReference& reference) {
    if (mean > reference.high)
        return Direction::Fake;
    return mean < reference.generatedLow ? Direction::Real : Direction::Neutral;
}

Clue tileClue(const model::TileScores& scores, const forensics::Subject& subject,
              const TileReference& reference) {
    const double mean = meanLogOdds(scores);
    forensics::Finding finding;
    finding.kind = ClueKind::Texture;
    finding.direction = directionOf(mean, reference);
    finding.templateId = finding.direction == Direction::Fake   ? "learned.like_generated"
                         : finding.direction == Direction::Real ? "learned.like_photograph"
                                                                : "learned.between";
    finding.strength = std::min(1.0, std::abs(mean) / kFullStrength);
    const auto marked = std::ranges::count_if(scores.logOdds, [&](float value) {
        return probabilityOf(value - reference.tileHigh) > kMarkedProbability;
    });
    finding.numbers = {{"score", mean},
                       {"low", reference.low},
                       {"high", reference.high},
                       {"generated", reference.generatedLow},
                       {"marked", static_cast<double>(marked)},
                       {"tiles", static_cast<double>(scores.tiles.size())}};
    forensics::Evidence evidence;
    const image::Image& image = subject.picture.image;
    evidence.map = tileMaps(scores, image.width(), image.height(), reference.tileHigh).generated;
    if (finding.direction == Direction::Fake && evidence.map)
        finding.regions = forensics::regionsOf(*evidence.map, image.width(), image.height(),
                                               {kMarkedProbability, 0.003, 3});
    return clueFrom(evidence, finding);
}

/// 0 when no part stands out more than parts of photographs do.
double foreignStrength(const EvidenceSet& set, const TileReference& reference) {
    const auto high = set.features.find("foreign.high");
    if (high == set.features.end())
        return 0;
    return std::clamp((high->second - reference.foreignHigh) / kFullStrength, 0.0, kMostForeign);
}

std::optional<Clue> foreignClue(const EvidenceSet& set, const forensics::Subject& subject,
                                const TileReference& reference) {
    const double strength = foreignStrength(set, reference);
    if (strength <= 0)
        return std::nullopt;
    const image::Image& image = subject.picture.image;
    forensics::Evidence evidence;
    evidence.map = tileMaps(set.tiles, image.width(), image.height(), reference.tileHigh).foreign;
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
                       {"usual", reference.foreignHigh},
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
                            const TileReference& reference) {
    std::vector<Clue> clues;
    for (const forensics::Evidence& analyzer : evidence.analyzers) {
        for (const forensics::Finding& finding : analyzer.findings)
            clues.push_back(clueFrom(analyzer, finding));
    }
    if (!evidence.tiles.tiles.empty())
        clues.push_back(tileClue(evidence.tiles, subject, reference));
    if (auto foreign = foreignClue(evidence, subject, reference))
        clues.push_back(std::move(*foreign));
    std::ranges::stable_sort(clues, std::greater<>{}, &Clue::strength);
    return clues;
}

std::vector<examination::Measurement> measurementsFrom(const EvidenceSet& evidence,
                                                       const TileReference& reference) {
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
    learned.applies = !evidence.tiles.tiles.empty();
    learned.parameters = {{"tile_side", model::kTileSide},
                          {"tiles", static_cast<double>(evidence.tiles.allLogOdds().size())}};
    learned.milliseconds = evidence.timingMs.at("learned");
    if (learned.applies) {
        learned.statistic = "mean tile log-odds";
        learned.value = meanLogOdds(evidence.tiles);
        learned.referenceLow = reference.low;
        learned.referenceHigh = reference.high;
    } else {
        learned.reasonId = "reason.no_usable_tiles";
        learned.reason = clues::clueSentence(learned.reasonId);
    }
    measurements.push_back(std::move(learned));
    return measurements;
}

std::map<Manner, double> mannerFrom(const EvidenceSet& evidence, const TileReference& reference,
                                    double pFake) {
    std::map<Manner, double> manner;
    if (const double strength = foreignStrength(evidence, reference); strength > 0)
        manner[Manner::Splice] = strength;
    // Within the usual range of photographs the tiles point to nothing.
    if (const double mean = meanLogOdds(evidence.tiles); mean > reference.high)
        manner[Manner::AiGenerated] = probabilityOf(mean);
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
        score = std::min(score, pFake);
    if (manner.empty() && pFake > 0.5)
        manner[Manner::Unknown] = pFake;
    return manner;
}

} // namespace core::inference
