// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace core::model {

/// A folder that is made under another name and removed again unless it is finished.
class UnfinishedFolder {
  public:
    /// @param target  its name when it is finished
    explicit UnfinishedFolder(const std::filesystem::path& target);
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
    ~UnfinishedFolder();

    /// @errors InvalidArgument when the target or what an interrupted run left exists, WriteFailed
    [[nodiscard]] Result<void> make();
    /// @errors WriteFailed
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_target;
    std::filesystem::path m_path;
    bool m_isOurs = false;
};

/// Copies what belongs to a checkpoint besides its weights: configuration, tokenizer, license.
/// @errors WriteFailed
[[nodiscard]] Result<void> copyOtherFiles(const std::filesystem::path& from,
                                          const std::filesystem::path& to);

/// Writes model.safetensors.index.json.
/// @param places  tensor -> file
/// @errors WriteFailed
[[nodiscard]] Result<void> writeShardIndex(const std::filesystem::path& folder,
                                           const std::map<std::string, std::string>& places,
                                           std::uint64_t bytes);

} // namespace core::model
