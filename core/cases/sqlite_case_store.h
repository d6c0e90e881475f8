// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_store.h"

#include <filesystem>
#include <memory>
#include <string>

namespace core::cases {

/// Makes a new case folder. A folder that exists must be empty.
/// @param folder  "NAME.clueglass"; the ending is added when it is missing
/// @param actor   person and program, for the log
/// @errors InvalidArgument (there is something already), WriteFailed
[[nodiscard]] Result<std::unique_ptr<CaseStore>> createCase(const std::filesystem::path& folder,
                                                            const std::string& actor);

/// Opens a case. While another process has it open, or on a medium that cannot be written, it opens
/// read-only (see CaseStore::readOnlyReason).
/// @errors FileNotFound (no case there), FileUnreadable (damaged), UnsupportedFormat (made by a
///         newer program), WriteFailed (migration)
[[nodiscard]] Result<std::unique_ptr<CaseStore>> openCase(const std::filesystem::path& folder,
                                                          const std::string& actor);

/// Whether a path is a case folder: it holds a case database.
[[nodiscard]] bool isCaseFolder(const std::filesystem::path& folder);

} // namespace core::cases
