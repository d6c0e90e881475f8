// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/weight_map.h"
#include "core/model/llava/llava.h"
#include "core/model/text/tokenizer.h"
#include "core/model/vision/clip_preprocess.h"
#include "core/model/vision_language_model.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace core::model {

/// Everything that a checkpoint folder gives, in memory.
struct LoadedCheckpoint {
    ModelDescription description;
    Tokenizer tokenizer;
    PreprocessConfig preprocess;
    WeightMap weights; ///< weights kept as stored point into its files
    std::unique_ptr<Llava> model;
};

/// Throws what libtorch throws.
/// @errors those of VisionLanguageModel::load
[[nodiscard]] Result<LoadedCheckpoint> loadCheckpoint(const std::filesystem::path& directory,
                                                      const LoadOptions& options,
                                                      const ProgressCallback& progress,
                                                      std::stop_token stop);

} // namespace core::model
