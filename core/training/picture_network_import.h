// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace core::training {

/// Writes what the picture network needs from the folder dist/models/inception_v3 of the npm
/// package nsfwjs (MIT license): weights in 8 bit as they are there, up to the last stage that is
/// used.
/// @errors FileNotFound, FileUnreadable (another layout), WriteFailed
[[nodiscard]] Result<void> importPictureNetwork(const std::filesystem::path& package,
                                                const std::filesystem::path& output);

} // namespace core::training
