// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_database.h"
#include "core/cases/case_folder.h"
#include "core/cases/case_record.h"

#include <QString>

#include <functional>
#include <vector>

namespace core::cases {

/// So many entries travel together.
inline constexpr std::size_t kEntriesPerPage = 2000;

/// Reads exhibits with their marks in order of intake.
/// @param actor  whose "seen" counts
/// @param page   gets up to kEntriesPerPage entries; returns false to stop
/// @errors FileUnreadable
[[nodiscard]] Result<void> readEntries(const CaseDatabase& database, const CaseFolder& folder,
                                       const QString& actor,
                                       const std::function<bool(std::vector<CaseEntry>)>& page);

/// @errors InvalidArgument (no such exhibit), FileUnreadable
[[nodiscard]] Result<CaseEntry> readEntry(const CaseDatabase& database, const CaseFolder& folder,
                                          const QString& actor, std::int64_t number);

} // namespace core::cases
