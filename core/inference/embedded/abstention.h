// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/forensics/analyzer.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/model/detector/evidence_fusion.h"

#include <optional>

namespace core::inference {

/// Why this picture's conditions lie outside what was calibrated, as a neutral clue; nothing when
/// they do not.
[[nodiscard]] std::optional<examination::Clue> reasonToAbstain(const forensics::Subject& subject,
                                                               const EvidenceSet& evidence,
                                                               const model::FusedEvidence& fused);

/// That the file is worn, and how far this weakened the probability; nothing when it hardly did.
[[nodiscard]] std::optional<examination::Clue>
reasonForLessConfidence(const forensics::Subject& subject, const model::FusedEvidence& fused);

} // namespace core::inference
