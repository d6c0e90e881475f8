// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace core::model {

/// SHA-256 that names the weights of a checkpoint folder. Of one file it is that file's; of several
/// it is the SHA-256 of the lines "DIGEST  NAME" in the order of the names, as sha256sum prints
/// them.
/// With a LoRA adapter it is the SHA-256 of such lines for the base's digest ("base"), the
/// adapter's weights and its configuration.
/// @param remembered  JSON file that keeps results by path, size and time of change; empty for
/// none.
///                    A file that cannot be read or written only costs the time.
/// @errors those of listShards for a folder without weights; FileNotFound, FileUnreadable,
/// Cancelled
[[nodiscard]] Result<std::string> weightsSha256(const std::filesystem::path& directory,
                                                const std::filesystem::path& remembered,
                                                const ProgressCallback& progress,
                                                std::stop_token stop,
                                                const std::filesystem::path& adapter = {});

} // namespace core::model
