// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/stated_verdict.h"

#include "core/clues/clue_catalog.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace core::inference {

namespace {

using examination::Clue;
using examination::Direction;
using examination::Examination;
using examination::Manner;
using examination::OriginExtent;
using examination::Verdict;

/// What a statement adds to a kind of fake: it may be wrong, so it is not all there is.
constexpr double kStatedSupport = 0.9;
constexpr double kContradiction = 0.7;

Clue contradiction(const Examination& examination, Verdict engines) {
    Clue clue;
    const bool isModel = examination.verdictBasis == examination::Basis::Model;
    clue.templateId = engines == Verdict::Fake ? "origin.fake_against_statement"
                                               : "origin.photograph_against_statement";
    clue.kind = examination::ClueKind::Provenance;
    clue.source = isModel ? examination::ClueSource::Model : examination::ClueSource::Measurement;
    clue.direction = Direction::Neutral;
    clue.strength = kContradiction;
    clue.evidence = {{"percent", std::round(100 * examination.pFake)}};
    clue.text = clues::filled(clues::clueSentence(clue.templateId), clue.evidence, {});
    return clue;
}

} // namespace

void applyStatedOrigin(Examination& examination) {
    const auto& origin = examination.provenance.origin;
    if (!origin || origin->direction == Direction::Neutral)
        return;
    const Verdict stated = origin->direction == Direction::Fake ? Verdict::Fake : Verdict::Real;
    if (examination.verdict != stated && examination.verdict != Verdict::Inconclusive)
        examination.clues.push_back(contradiction(examination, examination.verdict));
    if (stated == Verdict::Fake) {
        // What a verdict "real" does not exclude is no news here.
        std::erase_if(examination.clues,
                      [](const Clue& clue) { return clue.templateId == "verdict.not_local"; });
        double& support =
            examination.manner[origin->extent == OriginExtent::Part ? Manner::Inpainting
                                                                    : Manner::AiGenerated];
        support = std::max(support, kStatedSupport);
    }
    // The verdict rests on something else now.
    std::erase_if(examination.clues,
                  [](const Clue& clue) { return clue.templateId == "verdict.pixels_and_form"; });
    examination.verdict = stated;
    examination.verdictBasis = origin->basis;
}

} // namespace core::inference
