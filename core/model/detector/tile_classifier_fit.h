// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/tile_classifier.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace core::model {

/// Square tiles of one size with the truth about each.
struct LabelledTiles {
    int side = 0;                   ///< a multiple of kCellSide
    std::vector<std::uint8_t> bgr;  ///< [tiles, side, side, 3]
    std::vector<float> isGenerated; ///< [tiles], 0 or 1
};

/// Square tiles, each with a changed part.
struct MaskedTiles {
    int side = 0;
    std::vector<std::uint8_t> bgr;   ///< [tiles, side, side, 3]
    std::vector<float> changedShare; ///< [tiles, side / kCellSide, side / kCellSide], 0 to 1
};

struct TrainingBatch {
    LabelledTiles whole;
    MaskedTiles changed; ///< may be empty
};

struct TileFitOptions {
    int steps = 1500;
    double learningRate = 2e-3;
    double weightDecay = 1e-2;
    std::uint64_t seed = 1;
    std::string device = "cpu"; ///< or "cuda:0" when libtorch has it
    /// A classifier whose weights the fit begins with; empty: random ones.
    std::filesystem::path start;
    int threads = 2;     ///< that make batches ahead of the training
    int saveEvery = 250; ///< steps; a stopped run goes on from there
    std::function<void(int step, double loss)> progress; ///< every 50 steps; may be empty
};

/// Fits the tile classifier (binary cross entropy with label smoothing, with Dice for changed
/// parts; AdamW, cosine schedule with a warm-up, mean of the weights over the last steps) and
/// writes it. The state of a run is kept beside `file` until it is finished.
/// @param batchOf   makes the batch of a step; called from several threads, and must give the same
///                  batch for the same step
/// @param metadata  must hold reference_low, reference_high, generated_reference_low,
///                  tile_reference_high and foreign_reference_high, see TileClassifier
/// @errors InvalidArgument (a batch is empty), FileNotFound, FileUnreadable, ModelInvalid
/// (`start`), WriteFailed, Internal
[[nodiscard]] Result<void> fitTileClassifier(const std::function<TrainingBatch(int step)>& batchOf,
                                             const TileFitOptions& options,
                                             const std::filesystem::path& file,
                                             const std::map<std::string, std::string>& metadata);

/// Copies a classifier's file with other metadata.
/// @errors ModelMissing, ModelInvalid, WriteFailed
[[nodiscard]] Result<void> copyWithMetadata(const std::filesystem::path& from,
                                            const std::filesystem::path& to,
                                            const std::map<std::string, std::string>& metadata);

} // namespace core::model
