// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"
#include "core/model/detector/support_scale.h"
#include "core/training/feature_row.h"
#include "core/training/threshold_fit.h"

#include <cstdint>
#include <vector>

namespace core::training {

/// What a log-odds is worth as a likelihood ratio: a logistic regression of the class on the
/// log-odds, both classes weighing alike, each source by the square root of its count; its
/// uncertainty from resampled sources (200 times, seeded).
/// @param scores  out-of-fold probabilities, one per row
[[nodiscard]] model::SupportScale
fittedSupport(const std::vector<FeatureRow>& rows,
              const std::vector<evaluation::ScoredPicture>& scores, std::uint64_t seed);

/// How the ratios of pixels and of the file's form join, by the same regression on both.
/// @param pixelRatios, formRatios  out of fold, one per row
[[nodiscard]] model::JoinedSupport fittedJoin(const std::vector<FeatureRow>& rows,
                                              const std::vector<double>& pixelRatios,
                                              const std::vector<double>& formRatios,
                                              std::uint64_t seed);

/// Pictures with what pixels and form say of them, one entry each.
struct JoinedScores {
    std::vector<FeatureRow> rows;
    std::vector<double> pixels;                      ///< likelihood ratios
    std::vector<double> form;                        ///< likelihood ratios
    std::vector<evaluation::ScoredPicture> byPixels; ///< probabilities
};

/// Sets the joined ratios that give a verdict, so that these verdicts keep the promises.
void fitJoinedVerdicts(const JoinedScores& scores, const Promises& promises,
                       model::JoinedSupport& joined);

/// Thresholds of the pixels alone beside these: joined verdicts have used up what was promised, so
/// no other photograph may be called fake, and no other generated picture real.
[[nodiscard]] Thresholds thresholdsBesideJoined(const JoinedScores& scores,
                                                const model::JoinedSupport& joined);

} // namespace core::training
