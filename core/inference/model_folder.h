// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMetaType>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::inference {

/// One file of a checkpoint folder.
struct ModelFile {
    enum class State { Present, Missing, Damaged };
    std::string name;
    std::uint64_t bytes = 0;
    State state = State::Present;
    std::string problem; ///< English sentence; empty when present
};

/// Memory that a model needs with its weights kept so.
struct ModelMemory {
    std::string precision; ///< "fp32", "fp16", "int8", "int4"
    std::uint64_t bytes = 0;
};

/// What a checkpoint folder is and whether an engine can load it.
struct ModelFolderReport {
    bool isReady = false;
    ErrorCode code = ErrorCode::ModelInvalid; ///< why it is not ready
    std::string kind;            ///< "FakeVLM / LLaVA-1.5", or empty when it is something else
    std::string storedPrecision; ///< "fp16", "bf16", "fp32", "mixed"
    std::uint64_t parameters = 0;
    std::uint64_t weightBytes = 0;
    std::vector<ModelFile> files;
    std::vector<std::string> problems; ///< English, what to do first comes first
    std::vector<std::string> notes;    ///< English, what is odd but does no harm
    std::vector<ModelMemory> memory;
    bool isAdapter = false; ///< a LoRA adapter alone, which needs a base model
};

/// Looks at a folder without loading it; reads headers only. A far drive may let it take long, so
/// it does not belong into a window's thread.
/// @param base  of a folder that holds an adapter alone; empty: as the adapter names it
[[nodiscard]] ModelFolderReport inspectModelFolder(const std::filesystem::path& folder,
                                                   const std::filesystem::path& base = {});

} // namespace core::inference

Q_DECLARE_METATYPE(core::inference::ModelFolderReport)
