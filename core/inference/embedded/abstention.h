// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/examination/verdict.h"
#include "core/forensics/analyzer.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/model/detector/evidence_fusion.h"

#include <optional>
#include <vector>

namespace core::inference {

/// Why this picture's conditions lie outside what was calibrated, as a neutral clue; nothing when
/// they do not.
[[nodiscard]] std::optional<examination::Clue> reasonToAbstain(const forensics::Subject& subject,
                                                               const EvidenceSet& evidence,
                                                               const model::FusedEvidence& fused);

/// That a picture looks as if a formula had made it, of which the detector knows nothing. A neutral
/// clue; nothing when it does not. @param above  see EvidenceFusion::computedAbove
[[nodiscard]] std::optional<examination::Clue> reasonOfFormula(const EvidenceSet& evidence,
                                                               double above);

/// Why *real* cannot be said of this picture although its probability is low enough: noise that can
/// hide what generators leave. A neutral clue; nothing when there is no such noise.
[[nodiscard]] std::optional<examination::Clue> reasonAgainstReal(const EvidenceSet& evidence);

/// Why *fake* cannot be said of a dark picture although its probability is high enough: cameras
/// denoise night photographs so strongly that they look generated. A neutral clue; nothing when
/// enough of it is bright.
[[nodiscard]] std::optional<examination::Clue> reasonOfNight(const forensics::Subject& subject,
                                                             const EvidenceSet& evidence);

/// Why *fake* cannot be said of this picture although its probability is high enough: no clue
/// speaks for it, so the verdict would have nothing to show. A neutral clue; nothing when one does.
/// @param clues  all that were found on the picture
[[nodiscard]] std::optional<examination::Clue>
reasonAgainstFake(const std::vector<examination::Clue>& clues);

/// That the file is worn, and how far this weakened the probability; nothing when it hardly did.
[[nodiscard]] std::optional<examination::Clue>
reasonForLessConfidence(const forensics::Subject& subject, const model::FusedEvidence& fused);

/// That the picture is small, and how far this weakened the probability; nothing when it hardly
/// did.
[[nodiscard]] std::optional<examination::Clue>
reasonForSmallness(const forensics::Subject& subject, const model::FusedEvidence& fused);

/// That the verdict rests on the pixels and on the file's form together. A neutral clue.
[[nodiscard]] examination::Clue restOnBoth();

/// What the verdict *real* does not exclude (measured, see docs/model-card.md, "Where manipulations
/// are"); nothing for the other verdicts.
[[nodiscard]] std::optional<examination::Clue> limitOfVerdict(examination::Verdict verdict);

} // namespace core::inference
