// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/fakevlm/prompt_readings.h"

#include "core/clues/clue_catalog.h"
#include "core/model/vision_language_model.h"

#include <utility>

namespace core::inference {

namespace {

using examination::Clue;
using examination::PromptReading;

constexpr double kDisagreementShare = 0.5; ///< what is left of confidence and strength

Clue disagreementClue(const PromptReading& asked, const PromptReading& other) {
    Clue clue;
    clue.templateId = "engines.forms_disagree";
    clue.evidence = {{"asked", 100 * asked.pFake}, {"other", 100 * other.pFake}};
    clue.quotes = {{"asked", asked.form}, {"other", other.form}};
    clue.text = clues::filled(clues::clueSentence(clue.templateId), clue.evidence, clue.quotes);
    clue.source = examination::ClueSource::Measurement;
    clue.direction = examination::Direction::Neutral;
    clue.strength = 1;
    return clue;
}

} // namespace

PromptReading readingOf(const model::Answer& answer) {
    return {std::string(nameOf(answer.form)), std::string(nameOf(answer.likelihood.separator)),
            answer.likelihood.pFake};
}

void addReadings(examination::Examination& examination, const PromptReading& asked,
                 const std::optional<PromptReading>& other) {
    examination.promptReadings = {asked};
    if (!other)
        return;
    examination.promptReadings.push_back(*other);
    if ((asked.pFake >= 0.5) == (other->pFake >= 0.5))
        return;
    examination.pFake = 0.5 + (examination.pFake - 0.5) * kDisagreementShare;
    for (auto& [manner, score] : examination.manner)
        score *= kDisagreementShare;
    for (Clue& clue : examination.clues)
        clue.strength *= kDisagreementShare;
    examination.clues.insert(examination.clues.begin(), disagreementClue(asked, *other));
}

} // namespace core::inference
