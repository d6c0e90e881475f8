// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/pixel_clues.h"

#include "core/clues/clue_catalog.h"

#include <algorithm>
#include <cmath>

namespace core::inference {

using examination::Clue;
using examination::Direction;

namespace {

/// Likelihood ratio at which the sentence has full strength.
constexpr double kFullRatio = 100;
/// Below, such scores are about as frequent in both classes.
constexpr double kLeastRatio = 2;

const char* sentenceFor(Direction direction) {
    if (direction == Direction::Fake)
        return "pixels.like_generated";
    return direction == Direction::Real ? "pixels.like_photograph" : "pixels.between";
}

/// How much of the score comes from the image network, in percent.
double structureShare(const model::FusedEvidence& fused) {
    double all = 0;
    double network = 0;
    for (const auto& [name, contribution] : fused.contributions) {
        if (!model::describesWholePicture(name))
            continue;
        all += std::abs(contribution);
        network += name.starts_with("network.") ? std::abs(contribution) : 0;
    }
    return all > 0 ? 100 * network / all : 0;
}

} // namespace

Clue pixelClue(const EvidenceSet& evidence, const model::FusedEvidence& fused,
               const model::LikelihoodRatio& ratio) {
    const double toward = std::max(ratio.ratio, 1 / ratio.ratio);
    Clue clue;
    clue.kind = examination::ClueKind::Texture;
    clue.source = examination::ClueSource::Measurement;
    if (toward >= kLeastRatio)
        clue.direction = ratio.ratio > 1 ? Direction::Fake : Direction::Real;
    clue.templateId = sentenceFor(clue.direction);
    clue.strength = std::min(1.0, std::log(toward) / std::log(kFullRatio));
    clue.evidence = {{"ratio", ratio.ratio},
                     {"times", toward},
                     {"low", ratio.low},
                     {"high", ratio.high},
                     {"structure", structureShare(fused)},
                     {"patterns", evidence.residual.patterns},
                     {"color", evidence.residual.color}};
    clue.text = clues::filled(clues::clueSentence(clue.templateId), clue.evidence, {});
    return clue;
}

examination::Measurement pixelMeasurement(const EvidenceSet& evidence,
                                          const model::LikelihoodRatio& ratio) {
    examination::Measurement row;
    row.analyzer = "residual";
    row.applies = true;
    row.statistic = "likelihood ratio, above 1 toward generated";
    row.value = ratio.ratio;
    row.referenceLow = 1 / kLeastRatio;
    row.referenceHigh = kLeastRatio;
    for (const auto& [name, value] : evidence.features) {
        if (model::describesWholePicture(name))
            row.parameters.emplace(name, value);
    }
    row.milliseconds = evidence.timingMs.at("residual") + evidence.timingMs.at("whole");
    return row;
}

} // namespace core::inference
