// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_database.h"
#include "core/cases/case_record.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::cases {

[[nodiscard]] QString wordFor(ExhibitState state); ///< "pending", "examined", "failed"
[[nodiscard]] ExhibitState exhibitStateFrom(const QString& word); ///< Pending for anything else

/// The facts of an exhibit that never change after intake, as the audit log's details.
[[nodiscard]] QJsonObject intakeDetails(const Exhibit& exhibit);

/// Exhibits in order of intake; a duplicate carries the result of the one that it repeats.
/// @errors FileUnreadable
[[nodiscard]] Result<std::vector<Exhibit>> readExhibits(const CaseDatabase& database);
[[nodiscard]] Result<std::optional<Exhibit>> readExhibit(const CaseDatabase& database,
                                                         std::int64_t number);

/// The first exhibit with these bytes, and the last one that was received at this path with them.
struct KnownExhibits {
    std::int64_t firstWithBytes = 0; ///< 0: none
    std::int64_t sameFile = 0;       ///< 0: none
};
[[nodiscard]] Result<KnownExhibits> findKnown(const CaseDatabase& database, const Exhibit& exhibit);

/// @errors WriteFailed
[[nodiscard]] Result<void> insertExhibit(const CaseDatabase& database, const Exhibit& exhibit);

/// Where referenced evidence lies now.
/// @errors WriteFailed
[[nodiscard]] Result<void> insertPlace(const CaseDatabase& database, std::int64_t exhibit,
                                       const QString& path);

} // namespace core::cases
