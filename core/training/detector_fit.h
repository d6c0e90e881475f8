// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/feature_table.h"
#include "core/training/threshold_fit.h"
#include "core/training/tile_fit.h"

#include <filesystem>
#include <string>
#include <vector>

namespace core::training {

struct DetectorFitOptions {
    std::vector<std::string> fusionInputs;
    std::vector<std::string> watched; ///< see FusionFitOptions
    TileFitSettings tiles;
    Promises promises;
};

/// Cross-validates by source, then fits the tile classifier on all tiles and the fusion on all rows
/// (a smaller choice of the pictures: each row needs every analyzer's features) and writes
/// tile_classifier.safetensors, fusion.json and training_record.json into `folder`. Classifiers and
/// their scores are kept in `scratch` and taken from there when they fit the same data and
/// settings; scratch/without_foldN is a data folder (CLUEGLASS_DATA_DIR) with an engine that never
/// saw fold N.
/// @errors InvalidArgument (a class is missing, or the tiles leak theirs), WriteFailed, Internal
[[nodiscard]] Result<void> fitDetector(std::vector<FeatureRow> rows, const TileData& tiles,
                                       const DetectorFitOptions& options,
                                       const std::filesystem::path& folder,
                                       const std::filesystem::path& scratch);

} // namespace core::training
