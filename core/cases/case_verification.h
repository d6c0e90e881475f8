// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/cases/case_database.h"
#include "core/cases/case_folder.h"
#include "core/cases/case_record.h"

#include <stop_token>

namespace core::cases {

/// Checks the database's own integrity, replays the audit log, compares every record with what the
/// log says about it, and hashes all evidence again. Writes nothing. A database that cannot be read
/// to its end is a finding.
/// @param notedHead  see CaseStore::verify()
/// @errors Cancelled
[[nodiscard]] Result<Verification>
verifyCase(const CaseDatabase& database, const CaseFolder& folder, const std::string& notedHead,
           const ProgressCallback& progress, const std::stop_token& stop);

/// Where the bytes of an exhibit are kept: in the case, at the place that is recorded, or, when
/// nothing is there and the case was moved, at the same place as seen from the case.
[[nodiscard]] std::filesystem::path evidenceFile(const CaseFolder& folder, const Exhibit& exhibit);

} // namespace core::cases
