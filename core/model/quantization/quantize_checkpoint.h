// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace core::model {

struct QuantizationOrder {
    std::filesystem::path source; ///< a checkpoint folder that is ready
    std::filesystem::path target; ///< a folder that does not exist yet
    int bits = 8;                 ///< or 4
};

struct QuantizationSummary {
    std::uint64_t sourceBytes = 0; ///< of all weights
    std::uint64_t targetBytes = 0;
    std::int64_t quantizedTensors = 0;
    std::int64_t copiedTensors = 0; ///< kept as they were
    std::string recipe;
    std::string sourceSha256; ///< see weightsSha256
};

/// Writes a copy of a checkpoint whose linear layers in the decoder and the vision tower have 8 or
/// 4 bits; the decoder's output layer has 8 in either. Embeddings, norms and the projector stay as
/// they are, and so do all other files. Reads and writes piece by piece: the memory does not grow
/// with the model. The target appears under its name when it is complete.
/// @errors those of checkCheckpoint; InvalidArgument (other bits, the target exists, the source is
///         quantized already), ModelInvalid for weights that are not finite, WriteFailed, Cancelled
[[nodiscard]] Result<QuantizationSummary> quantizeCheckpoint(const QuantizationOrder& order,
                                                             const ProgressCallback& progress,
                                                             std::stop_token stop);

} // namespace core::model
