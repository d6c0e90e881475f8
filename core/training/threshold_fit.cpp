// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/threshold_fit.h"

#include "core/training/source_folds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace core::training {

using evaluation::ScoredPicture;

namespace {

constexpr double kNearest = 0.001; ///< to 0 and to 1

/// The pictures of one class in as many groups as there are folds, each source in one of them, all
/// of about one size: the largest source first, always to the group that has least.
std::array<std::vector<ScoredPicture>, kFolds> groupsOf(const std::vector<FeatureRow>& rows,
                                                        const std::vector<ScoredPicture>& scores,
                                                        bool fakes) {
    std::map<std::string, std::vector<ScoredPicture>> bySource;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].isManipulated && scores[i].isFake == fakes)
            bySource[rows[i].source].push_back(scores[i]);
    }
    std::vector<std::vector<ScoredPicture>> sources;
    for (auto& [name, pictures] : bySource)
        sources.push_back(std::move(pictures));
    std::ranges::stable_sort(sources, std::greater<>{}, &std::vector<ScoredPicture>::size);
    std::array<std::vector<ScoredPicture>, kFolds> groups;
    for (const auto& source : sources) {
        auto& least = *std::ranges::min_element(groups, {}, &std::vector<ScoredPicture>::size);
        least.insert(least.end(), source.begin(), source.end());
    }
    return groups;
}

} // namespace

Thresholds fittedThresholds(const std::vector<FeatureRow>& rows,
                            const std::vector<ScoredPicture>& scores, const Promises& promises) {
    Thresholds thresholds;
    for (const auto& photographs : groupsOf(rows, scores, false)) {
        const double fake =
            evaluation::thresholdForFalseAccusations(photographs, promises.photographCalledFake);
        if (std::isfinite(fake))
            thresholds.fakeAbove = std::max(thresholds.fakeAbove, fake);
    }
    for (const auto& generated : groupsOf(rows, scores, true)) {
        const double real =
            evaluation::thresholdForMissedFakes(generated, promises.generatedCalledReal);
        if (std::isfinite(real))
            thresholds.realBelow = std::min(thresholds.realBelow, real);
    }
    return {std::max(thresholds.realBelow, kNearest), std::min(thresholds.fakeAbove, 1 - kNearest)};
}

} // namespace core::training
