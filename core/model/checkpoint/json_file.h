// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>

namespace core::model {

/// Reads a JSON object from a checkpoint folder.
/// @param mostBytes  larger files are refused unread
/// @errors FileNotFound, FileUnreadable, ModelInvalid (too large, a Git-LFS pointer, no JSON
/// object)
[[nodiscard]] Result<nlohmann::json> readJsonFile(const std::filesystem::path& path,
                                                  std::uint64_t mostBytes = 4U << 20U);

} // namespace core::model
