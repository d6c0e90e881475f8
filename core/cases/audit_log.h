// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_database.h"
#include "core/cases/case_record.h"

#include <QJsonObject>
#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace core::cases {

/// 64 zeros: what the first row follows.
[[nodiscard]] std::string firstPreviousHash();

/// SHA-256 of the previous hash and the row, as core/cases/format/FORMAT.md says. Does not look at
/// the row's own hash.
[[nodiscard]] std::string auditHash(const AuditRow& row);

/// Compact JSON with sorted names, UTF-8. Numbers must be whole.
[[nodiscard]] std::string canonicalJson(const QJsonObject& object);

/// Adds a row behind the last one. To be called within the transaction of what it reports, so that
/// neither is there without the other.
/// @errors WriteFailed, FileUnreadable
[[nodiscard]] Result<void> appendAuditRow(const CaseDatabase& database, const QString& actor,
                                          const QString& action, const QJsonObject& details);

/// The folder in which the case was made, as the first row says; empty when it does not.
[[nodiscard]] std::filesystem::path placeOfMaking(const CaseDatabase& database);

/// The last row's number; 0 when there is none.
[[nodiscard]] std::int64_t lastAuditRow(const CaseDatabase& database);

/// The last row's hash; that before the first row when there is none. @errors FileUnreadable
[[nodiscard]] Result<std::string> readLogHead(const CaseDatabase& database);

/// @errors FileUnreadable
[[nodiscard]] Result<std::vector<AuditRow>> readAuditLog(const CaseDatabase& database);

/// Now, UTC, ISO 8601 with milliseconds.
[[nodiscard]] QString timeStamp();

} // namespace core::cases
