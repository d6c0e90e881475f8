// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"
#include "core/training/feature_row.h"

#include <vector>

namespace core::training {

/// Between them there is no verdict.
struct Thresholds {
    double realBelow = 0.5;
    double fakeAbove = 0.5;
};

/// Upper ends of one-sided 95 % intervals, kept in the worst of five groups of sources. Manipulated
/// pictures have no part in them: most of their pixels are a photograph's, the score is about the
/// picture as a whole, and every verdict "real" says that it does not exclude local edits.
struct Promises {
    double photographCalledFake = 0.02;
    double generatedCalledReal = 0.05;
};

/// The strictest of what each group of sources alone would need. The groups hold about the same
/// number of pictures: with the folds as they are, the smallest would decide by its single
/// strangest picture. Groups with too few pictures to promise anything have no say.
/// @param scores  out-of-fold probabilities, one per row
[[nodiscard]] Thresholds fittedThresholds(const std::vector<FeatureRow>& rows,
                                          const std::vector<evaluation::ScoredPicture>& scores,
                                          const Promises& promises);

} // namespace core::training
