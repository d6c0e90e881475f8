// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_database.h"

#include <QStringList>

#include <filesystem>
#include <vector>

namespace core::cases {

/// One step of the database's layout; the version is kept in PRAGMA user_version.
struct Migration {
    int version = 0; ///< after the step
    QStringList statements;
};

/// All steps of this program, oldest first.
[[nodiscard]] const std::vector<Migration>& caseMigrations();

struct MigrationOutcome {
    int from = 0; ///< 0: the database was empty
    int to = 0;
};

/// Brings a database to the newest layout, in one transaction. A database that holds data is first
/// copied to FILE.vN.backup beside it.
/// @errors UnsupportedFormat (made by a newer program), WriteFailed, FileUnreadable
[[nodiscard]] Result<MigrationOutcome> migrate(const CaseDatabase& database,
                                               const std::filesystem::path& file,
                                               const std::vector<Migration>& steps);

/// The version of a database's layout.
[[nodiscard]] Result<int> layoutVersion(const CaseDatabase& database);

} // namespace core::cases
