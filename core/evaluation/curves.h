// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/evaluation/scores.h"

#include <span>
#include <vector>

namespace core::evaluation {

/// False-accusation rate (x) against the share of fakes found (y), from (0, 0) to (1, 1); equal
/// scores make one step. Empty when a class is missing.
[[nodiscard]] std::vector<Point> rocCurve(std::span<const ScoredPicture> pictures);

/// One bin of a reliability diagram.
struct ReliabilityBin {
    double score = 0; ///< mean stated probability
    double share = 0; ///< of fakes
    int count = 0;
};

/// Fifteen bins of equal width; empty ones are left out.
[[nodiscard]] std::vector<ReliabilityBin> reliability(std::span<const ScoredPicture> pictures);

/// Share of pictures that get an answer (x) against the error among those (y), most certain first.
/// A score of one half or more counts as fake.
[[nodiscard]] std::vector<Point> riskCoverage(std::span<const ScoredPicture> pictures);

/// Mean distance of stated probability and truth over fifteen bins of equal width.
[[nodiscard]] double calibrationErrorByWidth(std::span<const ScoredPicture> pictures);

/// Mean squared distance of stated probability and truth.
[[nodiscard]] double brierScore(std::span<const ScoredPicture> pictures);

} // namespace core::evaluation
