// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_database.h"
#include "core/cases/case_index.h"
#include "core/examination/examination.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>

namespace core::cases {

/// An examination as the database and the log keep it.
struct ExaminationRow {
    std::int64_t exhibit = 0;
    QString json; ///< as the database gives it back, so that its hash can be made again from there
    QString jsonSha256;
    QString verdict;
    QString createdAt; ///< UTC, ISO 8601
    double pFake = 0.5;
    QJsonObject details; ///< of the log's row
};

/// @param layers  as packLayers() made them; their digest goes into the log
[[nodiscard]] ExaminationRow examinationRow(std::int64_t exhibit,
                                            const examination::Examination& examination,
                                            const QByteArray& layers);

/// Adds the row beside earlier ones and makes it the exhibit's latest.
/// @errors WriteFailed
[[nodiscard]] Result<void> insertExamination(const CaseDatabase& database,
                                             const ExaminationRow& row);

/// What the log says about a failure.
[[nodiscard]] QJsonObject failureDetails(std::int64_t exhibit, const Error& error);

/// @errors WriteFailed
[[nodiscard]] Result<void> insertFailure(const CaseDatabase& database, std::int64_t exhibit,
                                         const Error& error);

/// The latest examination; empty when there is none.
/// @errors FileUnreadable
[[nodiscard]] Result<QString> examinationJson(const CaseDatabase& database, std::int64_t exhibit);

/// Adds heat maps and curves to an examination when the log vouches for them as it does for the
/// examination itself.
void addLayers(const CaseDatabase& database, const CaseIndex::Layers& layers, const QString& json,
               examination::Examination& examination);

} // namespace core::cases
