// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/fakevlm/answer_examination.h"

#include "core/clues/answer_parser.h"
#include "core/clues/clue_taxonomy.h"
#include "core/clues/stock_phrases.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace core::inference {

namespace {

using examination::Category;
using examination::Clue;
using examination::Examination;
using examination::Manner;
using examination::Verdict;

/// A sentence that names nothing known weighs half of one that does.
constexpr double kVagueShare = 0.5;
/// A stock phrase weighs less than any sentence about this picture, a vague one included.
constexpr double kStockShare = 0.4;

std::vector<Clue> cluesOf(const clues::ParsedAnswer& parsed, double pFake) {
    const double confidence = std::abs(2 * pFake - 1);
    std::vector<Clue> result;
    for (const clues::AnswerSentence& sentence : parsed.clues) {
        Clue clue;
        clue.text = sentence.text;
        clue.source = examination::ClueSource::Model;
        const auto kind = clues::kindOf(sentence.text);
        clue.kind = kind.value_or(examination::ClueKind::Texture);
        clue.category = clues::categoryOf(sentence.text);
        clue.direction = clues::directionOf(sentence.text, parsed.verdict);
        clue.strength = kind ? confidence : confidence * kVagueShare;
        clue.repetition.isStock = clues::isStockPhrase(sentence.text);
        if (clue.repetition.isStock)
            clue.strength *= kStockShare;
        if (sentence.isUnfinished) { // what it was going to say is not known
            clue.isUnfinished = true;
            clue.direction = examination::Direction::Neutral;
            clue.strength = 0;
        }
        result.push_back(std::move(clue));
    }
    std::ranges::stable_sort(result, std::greater<>{}, &Clue::strength);
    return result;
}

/// The kind of fake that FakeVLM's training data holds for each kind of content.
Manner mannerOf(Category category) {
    switch (category) {
    case Category::Face:
        return Manner::FaceSwap;
    case Category::Document:
        return Manner::Edited;
    case Category::Unknown:
        return Manner::Unknown;
    default:
        return Manner::AiGenerated;
    }
}

} // namespace

Examination examinationOf(const ModelStatement& statement) {
    const clues::ParsedAnswer parsed =
        clues::parseAnswer(statement.answer, statement.isComplete ? clues::AnswerEnd::Complete
                                                                  : clues::AnswerEnd::CutOff);
    Examination examination;
    examination.answer = statement.answer;
    examination.pFake = statement.pFake;
    examination.thresholds = {0.5, 0.5};
    examination.verdict = parsed.verdict;
    examination.verdictBasis = examination::Basis::Model;
    if (parsed.verdict == Verdict::Inconclusive)
        examination.inconclusiveReason =
            "The model's answer says neither that the picture is real nor that it is fake.";
    else if ((parsed.verdict == Verdict::Fake) != (statement.pFake >= 0.5)) {
        examination.verdict = Verdict::Inconclusive;
        examination.inconclusiveReason =
            "The model's answer says the opposite of what the model itself finds likelier.";
    }
    examination.category = clues::categoryOf(statement.answer);
    if (examination.verdict == Verdict::Fake)
        examination.manner[mannerOf(examination.category)] = statement.pFake;
    examination.clues = cluesOf(parsed, statement.pFake);
    return examination;
}

std::vector<Rect> unseenParts(int width, int height, const Rect& seen) {
    const int right = seen.x + seen.width;
    const int bottom = seen.y + seen.height;
    std::vector<Rect> parts = {{0, 0, width, seen.y},
                               {0, bottom, width, height - bottom},
                               {0, seen.y, seen.x, seen.height},
                               {right, seen.y, width - right, seen.height}};
    std::erase_if(parts, [](const Rect& part) { return part.isEmpty(); });
    return parts;
}

} // namespace core::inference
