// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/model_parts.h"

#include "core/model/checkpoint/lora_config.h"

#include <string>

namespace core::model {

namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

} // namespace

bool isAdapterFolder(const fs::path& directory) {
    return isThere(directory / "adapter_config.json") && !isThere(directory / "config.json") &&
           !isThere(directory / "model.safetensors") &&
           !isThere(directory / "model.safetensors.index.json");
}

Result<ModelParts> partsOf(const fs::path& directory, const fs::path& adapter) {
    if (!adapter.empty() || !isAdapterFolder(directory))
        return ModelParts{directory, adapter};
    const auto config = readLoraConfig(directory);
    if (!config)
        return tl::unexpected(config.error());
    const fs::path named = config->baseModel;
    std::error_code error;
    const fs::path folder = fs::absolute(directory, error).lexically_normal();
    // Without a slash at its end, which would be an empty name.
    const fs::path own = folder.has_filename() ? folder : folder.parent_path();
    if (!named.empty())
        for (const fs::path& place : {named.is_absolute() ? named : own / named, named,
                                      own.parent_path() / named.filename()})
            if (isThere(place / "config.json"))
                return ModelParts{place, directory};
    return fail(
        ErrorCode::ModelMissing,
        "This folder holds a LoRA adapter, and its base model " +
            (named.empty() ? std::string("is not named") : "\"" + named.string() + "\"") +
            (named.empty() ? "" : " is not found") +
            ". Put the base model's folder beside it, or choose that folder (in the command "
            "line: --model BASE --adapter DIR).");
}

} // namespace core::model
