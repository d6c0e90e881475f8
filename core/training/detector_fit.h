// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/feature_table.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::training {

struct DetectorFitOptions {
    std::vector<std::string> fusionInputs;
    int epochs = 30;
    std::uint64_t seed = 1;
    double falseAccusationRate = 0.02; ///< promised as an upper 95 % bound
    double missedFakeRate = 0.05;      ///< likewise, for calling a picture a photograph
};

/// Cross-validates by source, then fits the tile classifier and the fusion on everything and writes
/// tile_classifier.safetensors, fusion.json and training_record.json into `folder`.
/// @errors InvalidArgument, WriteFailed, Internal
[[nodiscard]] Result<void> fitDetector(std::vector<FeatureRow> table,
                                       const DetectorFitOptions& options,
                                       const std::filesystem::path& folder);

/// Fold of a source: no source is ever in two of them, and each holds both classes.
[[nodiscard]] int foldOf(const std::string& source);
inline constexpr int kFolds = 3;

} // namespace core::training
