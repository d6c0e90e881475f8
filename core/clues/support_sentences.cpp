// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/support_sentences.h"

#include "core/clues/clue_sentences.h"
#include "core/examination/vocabulary.h"

#include <algorithm>
#include <array>

namespace core::clues {

namespace {

using examination::Direction;
using examination::Support;

constexpr std::array kSentences = {
    ClueTemplate{"support.none",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "Supports neither: what was measured is about as frequent "
                                   "among photographs as among generated pictures.")},
    ClueTemplate{
        "support.limited.fake",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Limited support for generated: what was measured is {times:1} times as "
                          "frequent among generated pictures as among photographs ({low:1} to "
                          "{high:1}).")},
    ClueTemplate{
        "support.limited.real",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Limited support for a photograph: what was measured is {times:1} times "
                          "as frequent among photographs as among generated pictures ({low:1} to "
                          "{high:1}).")},
    ClueTemplate{
        "support.moderate.fake",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Moderate support for generated: what was measured is {times:0} times "
                          "as frequent among generated pictures as among photographs ({low:0} to "
                          "{high:0}).")},
    ClueTemplate{
        "support.moderate.real",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Moderate support for a photograph: what was measured is {times:0} "
                          "times as frequent among photographs as among generated pictures "
                          "({low:0} to {high:0}).")},
    ClueTemplate{"support.moderately_strong.fake",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "Moderately strong support for generated: what was measured is "
                                   "{times:0} times as frequent among generated pictures as among "
                                   "photographs ({low:0} to {high:0}).")},
    ClueTemplate{
        "support.moderately_strong.real",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "Moderately strong support for a photograph: what was measured is "
                          "{times:0} times as frequent among photographs as among generated "
                          "pictures ({low:0} to {high:0}).")},
    ClueTemplate{"support.strong.fake",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "Strong support for generated: what was measured is {times:0} "
                                   "times as frequent among generated pictures as among "
                                   "photographs ({low:0} to {high:0}).")},
    ClueTemplate{"support.strong.real",
                 QT_TRANSLATE_NOOP("ClueCatalog",
                                   "Strong support for a photograph: what was measured is "
                                   "{times:0} times as frequent among photographs as among "
                                   "generated pictures ({low:0} to {high:0}).")},
};

} // namespace

std::span<const ClueTemplate> supportSentences() {
    return kSentences;
}

std::string SupportSentence::text() const {
    const char* sentence = clueSentence(templateId);
    return sentence != nullptr ? filled(sentence, numbers, {}) : std::string();
}

SupportSentence supportSentence(const Support& support) {
    if (support.direction == Direction::Neutral)
        return {"support.none", {}};
    // The calibration set shows no more than "strong"; see Support::ratio.
    const auto step = std::min(support.step, examination::SupportStep::Strong);
    SupportSentence sentence;
    sentence.templateId = "support." + std::string(examination::wordFor(step)) + "." +
                          std::string(examination::wordFor(support.direction));
    if (support.direction == Direction::Fake)
        sentence.numbers = {{"times", support.ratio}, {"low", support.low}, {"high", support.high}};
    else
        sentence.numbers = {
            {"times", 1 / support.ratio}, {"low", 1 / support.high}, {"high", 1 / support.low}};
    return sentence;
}

} // namespace core::clues
