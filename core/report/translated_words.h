// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QString>

namespace core::report {

// Words for readers, in the language of the installed translators.
[[nodiscard]] QString verdictWord(examination::Verdict verdict);
[[nodiscard]] QString verdictLetter(examination::Verdict verdict); ///< one letter for badges
[[nodiscard]] QString mannerWord(examination::Manner manner);
[[nodiscard]] QString categoryWord(examination::Category category);
[[nodiscard]] QString clueKindWord(examination::ClueKind kind);
[[nodiscard]] QString clueSourceWord(examination::ClueSource source);
[[nodiscard]] QString directionWord(examination::Direction direction);
[[nodiscard]] QString analyzerWord(const std::string& name);

/// A number with four significant digits and the decimal separator of the interface's language.
[[nodiscard]] QString numberText(double value);

/// The clue's sentence: translated from the catalog when it comes from there, else its own text.
[[nodiscard]] QString clueText(const examination::Clue& clue);

/// Why a measurement does not apply.
[[nodiscard]] QString reasonText(const examination::Measurement& measurement);

/// A probability as whole percent without the sign; "> 99" and "< 1" near certainty, which no
/// engine has.
[[nodiscard]] QString percentText(double probability);

/// What the evidence is worth as a likelihood ratio, in one sentence; empty without a support.
[[nodiscard]] QString supportText(const examination::Examination& examination);
/// One sentence: the verdict with its probability, e.g. for the clipboard and the report's first
/// page.
[[nodiscard]] QString verdictSentence(const examination::Examination& examination);

/// What a statement that decided the verdict is worth: whether it can be added or removed
/// unnoticed. Empty for verdicts that rest on the pixels or on a model.
[[nodiscard]] QString basisNote(const examination::Examination& examination);

/// What a verdict rests on, in a word or two: "Pixels", "Stated by the file", ...
[[nodiscard]] QString basisWord(examination::Basis basis);

/// Why there is no verdict, in the reader's language when a clue says the same; empty when the
/// engine gave no reason.
[[nodiscard]] QString inconclusiveText(const examination::Examination& examination);

} // namespace core::report
