// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"
#include "core/model/detector/evidence_fusion.h"
#include "core/training/feature_row.h"

#include <vector>

namespace core::training {

/// How far the log-odds of out-of-fold scores can be trusted on JPEGs saved below quality 75, below
/// 88 and above, and on other files: the factor of least log loss, both classes weighing alike,
/// never above 1 (temperature scaling by condition; Guo et al., "On Calibration of Modern Neural
/// Networks", 2017).
/// @param scores  probabilities, one per row
[[nodiscard]] std::vector<model::ConfidenceStep>
fittedConfidence(const std::vector<FeatureRow>& rows,
                 const std::vector<evaluation::ScoredPicture>& scores);

/// The same probabilities with those factors applied.
[[nodiscard]] std::vector<evaluation::ScoredPicture>
withConfidence(const std::vector<FeatureRow>& rows, std::vector<evaluation::ScoredPicture> scores,
               const std::vector<model::ConfidenceStep>& steps);

} // namespace core::training
