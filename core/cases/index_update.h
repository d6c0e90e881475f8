// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_index.h"

namespace core::cases {

/// Follows the log a short step further, so that other work is done in between. After a crash, and
/// in a case that has no index yet, this makes up for what is missing.
/// @errors FileUnreadable, WriteFailed
[[nodiscard]] Result<IndexStep> updateIndex(const CaseDatabase& database, const CaseFolder& folder,
                                            const CaseIndex& index, const ClueWording& wording);

/// Exhibits that have every term of a query, in ascending order: in a name, a folder, a tag, a
/// note, a label, a camera; at the beginning of a word of a clue or an answer; or at the beginning
/// of a hash (SHA-256 or MD5, six digits or more). Upper and lower case are the same.
/// @errors FileUnreadable
[[nodiscard]] Result<std::vector<std::int64_t>>
searchCase(const CaseDatabase& database, const CaseIndex& index, const std::string& query);

} // namespace core::cases
