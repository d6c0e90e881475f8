// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace core::model {

/// The tiles of one training picture.
struct TrainingTiles {
    const std::vector<std::vector<float>>* rows = nullptr; ///< borrowed; residualFeatures().rows
    bool isGenerated = false;
    double weight = 1;
};

struct TileFitOptions {
    int epochs = 30;
    int tilesPerPicture = 12; ///< drawn anew for each step
    int picturesPerStep = 64;
    double learningRate = 2e-3;
    double weightDecay = 2e-2;
    std::uint64_t seed = 1;
};

/// Fits the tile classifier: the mean of a picture's tile log-odds against its class (binary cross
/// entropy, AdamW, cosine schedule).
/// @param metadata  written into the file: the training record in short
/// @errors InvalidArgument (no pictures), WriteFailed, Internal
[[nodiscard]] Result<void> fitTileClassifier(const std::vector<TrainingTiles>& pictures,
                                             const TileFitOptions& options,
                                             const std::filesystem::path& file,
                                             std::map<std::string, std::string> metadata);

} // namespace core::model
