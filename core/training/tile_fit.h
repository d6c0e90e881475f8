// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/class_leaks.h"
#include "core/training/tile_pool.h"
#include "core/training/twins.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace core::training {

struct TileFitSettings {
    int steps = 6000; ///< after `stepsBefore`
    /// Above 0: the fit begins with the classifier that an earlier fit with so many steps gave, at
    /// the full learning rate again (warm restart: Loshchilov & Hutter, "SGDR", 2017).
    int stepsBefore = 8000;
    std::uint64_t seed = 1;
    std::string device = "cpu";                       ///< or "cuda:0" when libtorch has it
    std::function<void(const std::string& line)> log; ///< may be empty
};

/// What the tile classifiers are trained with.
struct TileData {
    TilePool pool;
    Twins twins;
    std::string listSha256; ///< of the pool's pictures and twins, whatever their order

    /// @errors FileNotFound, FileUnreadable, FileEmpty, InvalidJson
    [[nodiscard]] static Result<TileData> read(const std::filesystem::path& pool,
                                               const std::filesystem::path& twins);
};

/// File of the classifier that never saw a fold; kNoFold: saw everything. It names the data and the
/// settings, so that another classifier is never taken for it.
[[nodiscard]] std::filesystem::path classifierFile(const TileData& data, int leftOut,
                                                   const TileFitSettings& settings,
                                                   const std::filesystem::path& scratch);

/// One line of a training's curve.
struct LossPoint {
    int step = 0;
    double loss = 0; ///< mean over the 50 steps before
};

/// The curve of a classifier's training, with that of the fit that it began with; empty when it was
/// not kept.
[[nodiscard]] std::vector<LossPoint> lossCurve(const TileData& data, int leftOut,
                                               const TileFitSettings& settings,
                                               const std::filesystem::path& scratch);

/// Fits that classifier, and the one that it begins with, unless their files are there. A run that
/// was stopped goes on. The loss is written beside it, one line every 50 steps.
/// @errors InvalidArgument (a class has no tiles), FileUnreadable, ModelInvalid (the one to begin
/// with), WriteFailed, Internal
[[nodiscard]] Result<void> fitTiles(const TileData& data, int leftOut,
                                    const TileFitSettings& settings,
                                    const std::filesystem::path& scratch);

/// Of the tiles that such a training would see. @errors InvalidArgument (a class is missing)
[[nodiscard]] Result<LeakReport> leaksOf(const TileData& data, int leftOut,
                                         const TileFitSettings& settings);

} // namespace core::training
