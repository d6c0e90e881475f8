// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/residual_clues.h"

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
        return "residual.like_generated";
    return direction == Direction::Real ? "residual.like_photograph" : "residual.between";
}

} // namespace

Clue residualClue(const EvidenceSet& evidence, const model::LikelihoodRatio& ratio) {
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
                     {"patterns", evidence.residual.patterns},
                     {"color", evidence.residual.color}};
    clue.text = clues::filled(clues::clueSentence(clue.templateId), clue.evidence, {});
    return clue;
}

examination::Measurement residualMeasurement(const EvidenceSet& evidence,
                                             const model::LikelihoodRatio& ratio) {
    examination::Measurement row;
    row.analyzer = "residual";
    row.applies = true;
    row.statistic = "likelihood ratio, above 1 toward generated";
    row.value = ratio.ratio;
    row.referenceLow = 1 / kLeastRatio;
    row.referenceHigh = kLeastRatio;
    row.parameters = {evidence.residual.inputs.begin(), evidence.residual.inputs.end()};
    row.milliseconds = evidence.timingMs.at("residual");
    return row;
}

} // namespace core::inference
