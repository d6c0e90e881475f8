// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace core::cases {

/// Moves a case that nobody has open, with everything in it, also to another file system.
/// @errors InvalidArgument (something is at the target already, or there is no case),
///         WriteFailed (the case is still where it was)
[[nodiscard]] Result<void> moveCaseFolder(const std::filesystem::path& from,
                                          const std::filesystem::path& to);

/// Deletes a case that nobody has open: its database, its log and what was copied into it. Evidence
/// that it only refers to stays.
/// @errors InvalidArgument (there is no case), WriteFailed
[[nodiscard]] Result<void> deleteCaseFolder(const std::filesystem::path& folder);

} // namespace core::cases
