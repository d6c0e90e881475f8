// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/feature_table.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace core::training {

struct DetectorFitOptions {
    std::vector<std::string> fusionInputs;
    int steps = 1500;
    std::uint64_t seed = 1;
    double falseAccusationRate = 0.02; ///< promised as an upper 95 % bound
    double missedFakeRate = 0.05;      ///< likewise, for calling a picture a photograph
    std::function<void(int step, double loss)> progress; ///< of each classifier; may be empty
};

/// Cross-validates by source, then fits the tile classifier on all of `tiles` and the fusion on all
/// of `table` (which may be a smaller choice: its rows need every analyzer's features) and writes
/// tile_classifier.safetensors, fusion.json and training_record.json into `folder`. The folds'
/// classifiers are kept in `scratch` and taken from there when they fit the same data and options;
/// scratch/without_foldN is a data folder (CLUEGLASS_DATA_DIR) with an engine that never saw fold N.
/// @errors InvalidArgument, WriteFailed, Internal
[[nodiscard]] Result<void> fitDetector(FeatureTable table, FeatureTable tiles,
                                       const DetectorFitOptions& options,
                                       const std::filesystem::path& folder,
                                       const std::filesystem::path& scratch);

/// Fold of a source: no source is ever in two of them, and each holds both classes.
[[nodiscard]] int foldOf(const std::string& source);
inline constexpr int kFolds = 3;

} // namespace core::training
