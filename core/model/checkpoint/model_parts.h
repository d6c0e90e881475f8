// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace core::model {

/// The folders that a model is made of.
struct ModelParts {
    std::filesystem::path base;
    std::filesystem::path adapter; ///< empty: none
};

/// Whether a folder holds a LoRA adapter and no model.
[[nodiscard]] bool isAdapterFolder(const std::filesystem::path& directory);

/// A folder of an adapter alone stands for its base and itself: the base is the folder that its
/// configuration names (from the root, from the adapter's folder, from the current one), or a
/// folder of that name beside the adapter's.
/// @param adapter  of a model that the person chose; empty for none
/// @errors those of readLoraConfig; ModelMissing when the base is not found
[[nodiscard]] Result<ModelParts> partsOf(const std::filesystem::path& directory,
                                         const std::filesystem::path& adapter = {});

} // namespace core::model
