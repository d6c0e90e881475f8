// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/safetensors.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tests {

/// How a tiny LLaVA checkpoint is made. Every weight's value depends only on the seed, its
/// canonical name and its place, and fits exactly into fp32, fp16 and bf16: checkpoints that differ
/// in layout alone must give the same numbers.
struct TinyCheckpoint {
    std::uint32_t seed = 1;
    core::model::DataType stored = core::model::DataType::F32;
    bool hasNewNames = false;
    bool isSharded = false;
    bool hasTiedHead = false;
    bool hasEqualHead = false;     ///< a separate head with the embeddings' values
    int keyValueHeads = 4;         ///< of 4 heads
    int distinctKeyValueHeads = 4; ///< fewer: groups of heads get the same keys and values
    std::string ropeScaling;       ///< JSON, e.g. {"rope_type": "linear", "factor": 2}
    int maxPositions = 256;

    std::vector<std::string> words; ///< further words that are one token, with a space before them
    std::string configPatch;        ///< JSON that is merged into config.json
    std::string preprocessPatch;    ///< JSON that is merged into preprocessor_config.json
    /// Values in the place of the seeded ones; called when the other files are written. An empty
    /// result keeps the seeded ones.
    std::function<std::vector<float>(const std::string& name,
                                     const std::vector<std::int64_t>& shape)>
        values;
};

/// Writes config.json, weights, tokenizer.json and preprocessor_config.json into an existing
/// folder.
[[nodiscard]] core::Result<void> writeTinyCheckpoint(const std::filesystem::path& directory,
                                                     const TinyCheckpoint& options = {});

} // namespace tests
