// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QString>

#include <vector>

namespace core::report {

/// What the headline says, as a color says it.
enum class Tone { Generated, LeansGenerated, Neutral, LeansPhotograph, NoSign };
[[nodiscard]] Tone toneOf(const examination::Examination& examination);

/// One word or two for the whole result: "Generated", "Manipulated", "No sign of generation",
/// "Leans toward generated", "Inconclusive", ... Never "Photograph" of what only pixels say.
[[nodiscard]] QString headlineWord(const examination::Examination& examination);

/// What the word rests on: "Rests on the pixels", "Rests on what the file says", ...
[[nodiscard]] QString headlineBasis(const examination::Examination& examination);

/// One sentence without numbers: why the word is what it is.
[[nodiscard]] QString headlineReason(const examination::Examination& examination);

/// The one number: "Limited support for generated: 3.2 to 1". Empty without a support.
[[nodiscard]] QString supportHeadline(const examination::Examination& examination);

/// What could change or confirm the result, most useful first; empty when nothing would.
enum class NextStep { OriginalFile, LargerCopy, CompleteCopy, AnotherEngine };
[[nodiscard]] std::vector<NextStep> nextSteps(const examination::Examination& examination);

/// Who states the picture's origin and what: "The file says: made with ComfyUI". Empty when nobody
/// states one.
[[nodiscard]] QString originHeadline(const examination::Examination& examination);

/// A clue in plain words, without numbers; the long sentence where there is no short one.
[[nodiscard]] QString plainClueText(const examination::Clue& clue);
/// What to do about it; empty where nothing helps.
[[nodiscard]] QString clueAdvice(const examination::Clue& clue);

/// Clues in the order in which they matter for this result, as indices. Without those that the
/// headline and the origin's banner say already, and without a model's words that answer nothing.
[[nodiscard]] std::vector<std::size_t> cluesThatMatter(const examination::Examination& examination);

} // namespace core::report
