// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/agreement/second_opinion.h"

#include "core/clues/clue_catalog.h"
#include "core/inference/agreement/condition_gates.h"
#include "core/inference/agreement/place_measurements.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <utility>

namespace core::inference {

namespace {

using examination::Clue;
using examination::Examination;
using examination::Verdict;

constexpr double kConflictShare = 0.5; ///< what is left of confidence and strength

bool contradict(Verdict a, Verdict b) {
    return (a == Verdict::Fake && b == Verdict::Real) || (a == Verdict::Real && b == Verdict::Fake);
}

Clue conflictClue(const Examination& spoken, const Examination& measured) {
    Clue clue;
    clue.templateId = spoken.verdict == Verdict::Fake ? "engines.model_says_fake"
                                                      : "engines.model_says_photograph";
    clue.evidence = {{"model", std::round(100 * spoken.pFake)},
                     {"measured", std::round(100 * measured.pFake)}};
    clue.text = clues::filled(clues::clueSentence(clue.templateId), clue.evidence, {});
    clue.source = examination::ClueSource::Measurement;
    clue.direction = examination::Direction::Neutral;
    clue.strength = 1;
    return clue;
}

void loseConfidence(Examination& spoken) {
    spoken.pFake = 0.5 + (spoken.pFake - 0.5) * kConflictShare;
    for (auto& [manner, score] : spoken.manner)
        score *= kConflictShare;
    for (Clue& clue : spoken.clues)
        clue.strength *= kConflictShare;
}

} // namespace

Examination joined(Examination spoken, Examination measured, const image::Image& picture) {
    examination::SecondOpinion opinion;
    opinion.engine = measured.engine;
    opinion.verdict = measured.verdict;
    opinion.pFake = measured.pFake;
    opinion.thresholds = measured.thresholds;
    opinion.pFakeAlone = spoken.pFake;
    opinion.isConflict = contradict(spoken.verdict, measured.verdict);

    const std::vector<Clue> conditions = measured.clues;
    // What these say of the other engine's verdict was said of this one.
    std::erase_if(measured.clues,
                  [](const Clue& clue) { return clue.templateId.starts_with("verdict."); });
    const PlaceMeter meter(picture, measured);
    for (Clue& clue : spoken.clues) {
        meter.measure(clue);
        if (clue.agreement == examination::Agreement::Conflicts)
            clue.strength *= kConflictShare;
    }
    if (opinion.isConflict) {
        Clue conflict = conflictClue(spoken, measured);
        loseConfidence(spoken);
        spoken.clues.insert(spoken.clues.begin(), std::move(conflict));
    }
    guardVerdict(spoken, conditions, picture);
    spoken.secondOpinion = std::move(opinion);
    std::move(measured.clues.begin(), measured.clues.end(), std::back_inserter(spoken.clues));
    std::ranges::stable_sort(spoken.clues, std::greater<>{}, &Clue::strength);
    spoken.measurements = std::move(measured.measurements);
    spoken.plots = std::move(measured.plots);
    spoken.map = std::move(measured.map);
    spoken.timingMs.merge(measured.timingMs);
    return spoken;
}

} // namespace core::inference
