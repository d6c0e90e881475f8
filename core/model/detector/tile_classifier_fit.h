// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace core::model {

/// The tiles of one training picture, borrowed.
struct TrainingPicture {
    std::vector<PixelView> tiles; ///< kTileSide square
    bool isGenerated = false;
    double weight = 1; ///< how often it is drawn, relative to the others of its class
};

struct TileFitOptions {
    int steps = 1500;
    int tilesPerStep = 40; ///< half of each class
    int crop = 64;         ///< side of the random crop taken from a tile, a multiple of 16
    double learningRate = 2e-3;
    double weightDecay = 1e-2;
    std::uint64_t seed = 1;
    std::function<void(int step, double loss)> progress; ///< every 50 steps; may be empty
};

/// Fits the tile classifier (binary cross entropy with label smoothing, AdamW, cosine schedule with a
/// warm-up, random crops, flips and quarter turns) and writes it.
/// @param metadata  must hold reference_low and reference_high, see TileClassifier
/// @errors InvalidArgument (a class is missing), WriteFailed, Internal
[[nodiscard]] Result<void> fitTileClassifier(const std::vector<TrainingPicture>& pictures,
                                             const TileFitOptions& options,
                                             const std::filesystem::path& file,
                                             const std::map<std::string, std::string>& metadata);

} // namespace core::model
