// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/evidence_fusion.h"
#include "core/model/detector/support_scale.h"
#include "core/training/feature_row.h"
#include "core/training/threshold_fit.h"

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace core::training {

struct FusionFitOptions {
    std::vector<std::string> inputs; ///< names of FeatureRow::evidence, at most a dozen or two
    double ridge = 3;                ///< L2 penalty on standardized weights
    /// Have no weight; a picture where one of them is far from all others gets no verdict.
    std::vector<std::string> watched = {};
};

/// A fitted logistic regression; see core::model::EvidenceFusion for its use.
struct FittedFusion {
    std::vector<std::string> names;
    std::vector<double> mean;
    std::vector<double> scale;
    std::vector<double> weight;
    std::vector<double> missingWeight;
    double bias = 0;
    // Not part of logOdds(); see size_fit.h and confidence_fit.h.
    model::SizeFactor size;
    std::vector<model::ConfidenceStep> confidence;
    double computedAbove = std::numeric_limits<double>::max(); ///< see computed_gate.h

    /// Before size and confidence.
    [[nodiscard]] double logOdds(const std::map<std::string, double>& evidence) const;
};

/// Newton's method with a ridge penalty; both classes weigh alike, so that probabilities refer to a
/// prior of one half.
/// @param rows  indexes into `table`
/// @errors InvalidArgument (a class is missing), Internal (no convergence)
[[nodiscard]] Result<FittedFusion> fitFusion(const std::vector<FeatureRow>& table,
                                             const std::vector<std::size_t>& rows,
                                             const FusionFitOptions& options);

/// What the log-odds are worth, by themselves and beside the file's form.
struct Supports {
    model::SupportScale pixels;
    model::JoinedSupport joined;
};

/// Writes fusion.json for core::model::EvidenceFusion.
/// @errors WriteFailed
[[nodiscard]] Result<void> writeFusion(const FittedFusion& fusion, const Thresholds& thresholds,
                                       const Supports& supports, const std::string& version,
                                       const std::filesystem::path& file);

} // namespace core::training
