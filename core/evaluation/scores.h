// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace core::evaluation {

/// One picture's score with its truth.
struct ScoredPicture {
    double score = 0; ///< larger: more fake
    bool isFake = false;
};

/// @param probability  between 0 and 1, without either
[[nodiscard]] double logOddsOf(double probability);

/// Area under the ROC curve (Mann-Whitney, ties count one half); 0.5 when a class is missing.
[[nodiscard]] double areaUnderCurve(std::span<const ScoredPicture> pictures);

/// Upper end of the one-sided 95 % Clopper-Pearson interval for `events` out of `trials`.
[[nodiscard]] double upperRate(int events, int trials);

/// Two-sided 95 % Clopper-Pearson interval.
struct Interval {
    double low = 0;
    double high = 1;
};
[[nodiscard]] Interval rateInterval(int events, int trials);

/// The lowest score above which the upper rate of real pictures stays at most `rate`; infinity when
/// there are too few real pictures to promise it.
[[nodiscard]] double thresholdForFalseAccusations(std::span<const ScoredPicture> pictures,
                                                  double rate);

/// Mirrored: the highest score below which the upper rate of fakes stays at most `rate`.
[[nodiscard]] double thresholdForMissedFakes(std::span<const ScoredPicture> pictures, double rate);

/// Expected calibration error over ten bins of equal mass; scores are probabilities.
[[nodiscard]] double calibrationError(std::span<const ScoredPicture> pictures);

} // namespace core::evaluation
