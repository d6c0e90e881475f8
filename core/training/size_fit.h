// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scores.h"
#include "core/model/detector/evidence_fusion.h"
#include "core/training/feature_row.h"

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

namespace core::training {

struct SizeRange {
    double below = 0; ///< megapixels
    const char* name = "";
};
inline constexpr std::array<SizeRange, 4> kSizeRanges = {
    {{0.2, "below 0.2"},
     {0.35, "from 0.2 to 0.35"},
     {0.8, "from 0.35 to 0.8"},
     {std::numeric_limits<double>::infinity(), "from 0.8"}}};
/// @return index into kSizeRanges
[[nodiscard]] std::size_t sizeRangeOf(const FeatureRow& row);

/// How far log-odds can be trusted by size: a logistic regression of the class on the log-odds and
/// on their product with the size in octaves. In each range of size, photographs and fakes
/// weigh alike, and so do generated and manipulated ones as over all sizes: how common a class is
/// at a size must say nothing.
/// @param scores  probabilities, one per row
/// @return one that changes nothing when a class is missing or the fit does not converge
[[nodiscard]] model::SizeFactor fittedSize(const std::vector<FeatureRow>& rows,
                                           const std::vector<evaluation::ScoredPicture>& scores);

/// The same probabilities with the factor applied.
[[nodiscard]] std::vector<evaluation::ScoredPicture>
withSize(const std::vector<FeatureRow>& rows, std::vector<evaluation::ScoredPicture> scores,
         const model::SizeFactor& size);

} // namespace core::training
