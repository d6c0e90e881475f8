// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/lora_config.h"
#include "core/model/checkpoint/safetensors.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace core::model {

/// A LoRA adapter in PEFT's layout: adapter_config.json and adapter_model.safetensors.
class LoraAdapter {
  public:
    /// @errors those of readLoraConfig and SafetensorsFile::open; ModelMissing without
    ///         adapter_model.safetensors; ModelInvalid for halves without their other half and for
    ///         shapes that do not fit each other or the rank
    [[nodiscard]] static Result<LoraAdapter> open(const std::filesystem::path& directory);

    [[nodiscard]] const LoraConfig& config() const { return m_config; }
    /// Weights that it changes, by canonical name.
    [[nodiscard]] std::vector<std::string> weights() const;
    [[nodiscard]] bool changes(const std::string& weight) const;

    /// @param weight  canonical name of a weight that it changes
    /// @param shape   of the base's weight
    /// @errors ModelInvalid when the shapes do not fit
    [[nodiscard]] Result<void> fits(const std::string& weight,
                                    const std::vector<std::int64_t>& shape) const;

    /// The adapted weight in float32. fits() must hold.
    /// @param base  float32, not changed
    [[nodiscard]] at::Tensor applied(const std::string& weight, const at::Tensor& base) const;

    /// The two small matrices of a weight, as stored: A [rank, in] and B [out, rank].
    struct Halves {
        at::Tensor a;
        at::Tensor b;
    };
    [[nodiscard]] Halves halvesOf(const std::string& weight) const;

  private:
    struct Part {
        const TensorEntry* a = nullptr;
        const TensorEntry* b = nullptr;
        const TensorEntry* whole = nullptr; ///< in the place of the base's weight
        double scale = 1;
    };

    [[nodiscard]] Result<void> sort();

    LoraConfig m_config;
    std::unique_ptr<SafetensorsFile> m_file;
    std::map<std::string, Part> m_parts;
};

} // namespace core::model
