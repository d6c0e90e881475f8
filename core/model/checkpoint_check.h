// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::model {

/// One file of a checkpoint folder.
struct CheckpointFile {
    enum class State { Present, Missing, Damaged };
    std::string name;
    std::uint64_t bytes = 0;
    State state = State::Present;
    std::string problem; ///< English sentence; empty when present

    bool operator==(const CheckpointFile&) const = default;
};

/// Memory for the weights, the cache of a usual conversation and the work space.
struct MemoryNeed {
    std::string precision; ///< "fp32", "fp16", "int8", "int4"
    std::uint64_t bytes = 0;

    bool operator==(const MemoryNeed&) const = default;
};

/// What a folder is and whether it can be loaded.
struct CheckpointReport {
    bool isReady = false;
    ErrorCode code = ErrorCode::ModelInvalid; ///< why it is not ready
    std::string sentence;                     ///< "Ready: ..." or what is wrong and what to do
    std::string kind;            ///< "FakeVLM / LLaVA-1.5", or empty when it is something else
    std::string storedPrecision; ///< "fp16", "bf16", "fp32", "mixed", "int8", "int4"
    std::uint64_t parameters = 0;
    std::uint64_t weightBytes = 0;
    std::vector<CheckpointFile> files;
    std::vector<std::string> problems; ///< all of them, the first is in `sentence`
    std::vector<std::string> notes;    ///< what is odd but does no harm
    std::vector<MemoryNeed> memory;
};

/// Looks at everything but the weights' values: configuration, tokenizer, preprocessing, each
/// weight file's header, offsets and types, and every shape against config.json. Reads no more than
/// headers, so that a 14 GB folder takes well under a second.
/// A folder that holds a LoRA adapter is checked together with its base model (see partsOf).
/// @param adapter  a LoRA adapter that is to be merged; empty for none
[[nodiscard]] CheckpointReport checkCheckpoint(const std::filesystem::path& directory,
                                               const std::filesystem::path& adapter = {});

} // namespace core::model
