// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace core::model {

struct MergeOrder {
    std::filesystem::path base;    ///< a checkpoint folder that is ready
    std::filesystem::path adapter; ///< a LoRA adapter for it
    std::filesystem::path target;  ///< a folder that does not exist yet
};

struct MergeSummary {
    std::int64_t mergedTensors = 0;
    std::int64_t copiedTensors = 0;
    std::uint64_t bytes = 0; ///< of all weights
};

/// Writes a copy of a checkpoint with an adapter merged into its weights, which keep their names,
/// types and files; all other files are copied. Reads and writes weight by weight. The target
/// appears under its name when it is complete.
/// @errors those of checkCheckpoint; InvalidArgument (the target exists, quantized weights),
///         WriteFailed, Cancelled
[[nodiscard]] Result<MergeSummary>
mergeAdapter(const MergeOrder& order, const ProgressCallback& progress, std::stop_token stop);

} // namespace core::model
