// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/threshold_fit.h"

#include "core/training/source_folds.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace core::training {

namespace {

constexpr double kNearest = 0.001; ///< to 0 and to 1

} // namespace

Thresholds fittedThresholds(const std::vector<FeatureRow>& rows,
                            const std::vector<evaluation::ScoredPicture>& scores,
                            const Promises& promises) {
    Thresholds thresholds;
    for (int fold = 0; fold < kFolds; ++fold) {
        std::vector<evaluation::ScoredPicture> whole;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (foldOf(rows[i].source) == fold && !rows[i].isManipulated)
                whole.push_back(scores[i]);
        }
        const double fake =
            evaluation::thresholdForFalseAccusations(whole, promises.photographCalledFake);
        const double real =
            evaluation::thresholdForMissedFakes(whole, promises.generatedCalledReal);
        if (std::isfinite(fake))
            thresholds.fakeAbove = std::max(thresholds.fakeAbove, fake);
        if (std::isfinite(real))
            thresholds.realBelow = std::min(thresholds.realBelow, real);
    }
    return {std::max(thresholds.realBelow, kNearest), std::min(thresholds.fakeAbove, 1 - kNearest)};
}

} // namespace core::training
