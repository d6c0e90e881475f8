// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/safetensors.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// The weight files of a checkpoint folder, before any of them is opened.
struct ShardList {
    std::vector<std::string> files; ///< sorted, each once
    std::map<std::string, std::string>
        places; ///< tensor -> file by the index; empty without an index
};

/// model.safetensors alone, the files that model.safetensors.index.json names, or, without an
/// index, a complete row of numbered shards.
/// @errors ModelMissing when there are no weights (with a sentence for other formats), ModelInvalid
/// for
///         an index that is damaged or points outside the folder
[[nodiscard]] Result<ShardList> listShards(const std::filesystem::path& directory);

/// The name that both generations of names, flattened towers and PEFT's prefix share:
/// "vision_tower.", "multi_modal_projector.", "language_model.model." and
/// "language_model.lm_head.weight". Empty for what is ignored by name.
[[nodiscard]] std::string canonicalName(std::string_view stored);

/// Where each weight of a folder lies.
class WeightMap {
  public:
    struct Place {
        const SafetensorsFile* file = nullptr;
        const TensorEntry* entry = nullptr;
        std::string fileName;
    };

    /// @errors those of SafetensorsFile::open; ModelMissing for an absent shard; ModelInvalid when
    /// the
    ///         index and a shard disagree or a weight occurs twice
    [[nodiscard]] static Result<WeightMap> open(const std::filesystem::path& directory,
                                                const ShardList& shards);

    /// By canonical name; null when the folder has no such weight.
    [[nodiscard]] const Place* find(const std::string& name) const;
    [[nodiscard]] const std::map<std::string, Place>& places() const { return m_places; }
    /// Metadata of the first file, where quantized checkpoints keep their recipe.
    [[nodiscard]] const std::map<std::string, std::string>& metadata() const;

  private:
    [[nodiscard]] Result<void> add(const std::string& fileName, const SafetensorsFile& file);

    std::vector<std::unique_ptr<SafetensorsFile>> m_files;
    std::map<std::string, Place> m_places;
};

} // namespace core::model
