// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// What adapter_config.json of a LoRA adapter says, in PEFT's layout.
/// @source Hu et al., "LoRA", 2021; Hugging Face PEFT, LoraConfig
struct LoraConfig {
    std::string baseModel; ///< folder or name of the model that was adapted
    std::int64_t rank = 8;
    double alpha = 8;
    bool usesRootOfRank = false; ///< rsLoRA: alpha by the root of the rank
    std::map<std::string, std::int64_t> rankPattern;
    std::map<std::string, double> alphaPattern;
    std::vector<std::string> targets;       ///< names or ends of names of layers
    std::vector<std::string> modulesToSave; ///< trained as a whole and stored beside the adapter

    /// Of the layer with this name, without "base_model.model." and ".weight".
    [[nodiscard]] std::int64_t rankOf(std::string_view layer) const;
    /// What the product of the two small matrices is multiplied with.
    [[nodiscard]] double scaleOf(std::string_view layer) const;
};

/// Whether a pattern of PEFT's names a layer: the end of its name behind a dot, or all of it. Of
/// regular expressions ".*", "\\d+", "\\." and "." are understood.
[[nodiscard]] bool namesLayer(std::string_view pattern, std::string_view layer);

/// @errors FileNotFound; ModelInvalid, with its own sentence for DoRA and other kinds of adapters
[[nodiscard]] Result<LoraConfig> readLoraConfig(const std::filesystem::path& directory);

/// @errors WriteFailed
[[nodiscard]] Result<void> writeLoraConfig(const LoraConfig& config,
                                           const std::filesystem::path& directory);

} // namespace core::model
