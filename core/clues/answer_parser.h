// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/verdict.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core::clues {

/// A reason that a model gives and where it stands in the answer.
struct AnswerSentence {
    std::string text;      ///< without list signs and white space around it
    std::size_t begin = 0; ///< byte of the answer where `text` starts
    std::size_t end = 0;
    bool isUnfinished = false; ///< the answer was cut inside of it

    bool operator==(const AnswerSentence&) const = default;
};

/// How an answer came to its end. Unknown, of stored answers: cut unless its last sentence ends.
enum class AnswerEnd { Unknown, Complete, CutOff };

/// Cuts an answer at full stops, question and exclamation marks, semicolons and line breaks: about
/// faces FakeVLM writes one sentence whose reasons are parted by semicolons. Abbreviations,
/// decimals, initials, dots inside words, the numbers of lists and semicolons in brackets end
/// nothing; closing quotes and brackets belong to the sentence before them.
[[nodiscard]] std::vector<AnswerSentence> sentencesOf(std::string_view answer,
                                                      AnswerEnd end = AnswerEnd::Complete);

/// FakeVLM's published reading of an answer, substring for substring: behind the last question
/// mark, the first sentence (up to the first full stop) says real when it holds "real", else fake
/// when it holds "fake", else the second sentence decides alike. Where their script then tosses a
/// coin, the reading is Inconclusive. "Unrealistic" reads as real: this one is for comparing
/// figures only.
/// @source FakeVLM's published evaluation script
[[nodiscard]] examination::Verdict publishedReading(std::string_view answer);

/// The same rule on whole words, so that "unrealistic" and "really" say nothing. A sentence that
/// holds both words, or one of them behind a "not", decides nothing.
[[nodiscard]] examination::Verdict strictReading(std::string_view answer);

/// An answer taken apart.
struct ParsedAnswer {
    examination::Verdict verdict = examination::Verdict::Inconclusive; ///< by strictReading
    std::vector<AnswerSentence> clues; ///< all sentences but the one that only states the verdict
};

[[nodiscard]] ParsedAnswer parseAnswer(std::string_view answer,
                                       AnswerEnd end = AnswerEnd::Complete);

} // namespace core::clues
