// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/inference/embedded/evidence_set.h"
#include "core/model/detector/evidence_fusion.h"

namespace core::inference {

/// What texture and structure say of the picture as a whole, with how much more frequent such a
/// score is in one class than in the other.
[[nodiscard]] examination::Clue pixelClue(const EvidenceSet& evidence,
                                          const model::FusedEvidence& fused,
                                          const model::LikelihoodRatio& ratio);

/// The likelihood ratio as a row beside the other methods.
[[nodiscard]] examination::Measurement pixelMeasurement(const EvidenceSet& evidence,
                                                        const model::LikelihoodRatio& ratio);

} // namespace core::inference
