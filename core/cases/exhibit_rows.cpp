// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/exhibit_rows.h"

#include "core/examination/vocabulary.h"

namespace core::cases {

namespace {

const QString kColumns = QStringLiteral(
    "SELECT e.number, e.received_path, e.stored_name, e.sha256, e.md5, e.bytes, e.modified_at, "
    "e.received_at, e.duplicate_of, f.state, f.error_code, f.error_message, x.verdict, x.p_fake, "
    "COALESCE(p.path, '') FROM exhibits e LEFT JOIN places p ON p.exhibit = e.number "
    "JOIN exhibits f ON f.number = CASE e.duplicate_of WHEN 0 THEN e.number ELSE e.duplicate_of "
    "END LEFT JOIN examinations x ON x.id = f.examination ");

std::string text(const QSqlQuery& query, int column) {
    return query.value(column).toString().toStdString();
}

Exhibit exhibitFrom(const QSqlQuery& query) {
    Exhibit exhibit;
    exhibit.number = query.value(0).toLongLong();
    exhibit.receivedPath = text(query, 1);
    exhibit.storedName = text(query, 2);
    exhibit.sha256 = text(query, 3);
    exhibit.md5 = text(query, 4);
    exhibit.bytes = query.value(5).toULongLong();
    exhibit.modifiedAt = text(query, 6);
    exhibit.receivedAt = text(query, 7);
    exhibit.duplicateOf = query.value(8).toLongLong();
    exhibit.state = exhibitStateFrom(query.value(9).toString());
    if (const std::string code = text(query, 10); !code.empty())
        exhibit.error = Error{errorCodeFromName(code), text(query, 11)};
    exhibit.verdict = examination::valueOf<examination::Verdict>(text(query, 12));
    if (exhibit.verdict)
        exhibit.pFake = query.value(13).toDouble();
    exhibit.locatedPath = text(query, 14);
    return exhibit;
}

QString said(const std::string& words) {
    return QString::fromStdString(words);
}

} // namespace

QString wordFor(ExhibitState state) {
    switch (state) {
    case ExhibitState::Examined:
        return QStringLiteral("examined");
    case ExhibitState::Failed:
        return QStringLiteral("failed");
    case ExhibitState::Pending:
        break;
    }
    return QStringLiteral("pending");
}

ExhibitState exhibitStateFrom(const QString& word) {
    for (const ExhibitState state : {ExhibitState::Examined, ExhibitState::Failed}) {
        if (wordFor(state) == word)
            return state;
    }
    return ExhibitState::Pending;
}

QJsonObject intakeDetails(const Exhibit& exhibit) {
    return {{"exhibit", qint64{exhibit.number}},
            {"received_path", said(exhibit.receivedPath)},
            {"stored_name", said(exhibit.storedName)},
            {"sha256", said(exhibit.sha256)},
            {"md5", said(exhibit.md5)},
            {"bytes", static_cast<qint64>(exhibit.bytes)},
            {"modified_at", said(exhibit.modifiedAt)},
            {"received_at", said(exhibit.receivedAt)},
            {"duplicate_of", qint64{exhibit.duplicateOf}}};
}

Result<std::vector<Exhibit>> readExhibits(const CaseDatabase& database) {
    auto query = database.run(kColumns + QStringLiteral("ORDER BY e.number"));
    if (!query)
        return tl::unexpected(query.error());
    std::vector<Exhibit> exhibits;
    while (query->next())
        exhibits.push_back(exhibitFrom(*query));
    return exhibits;
}

Result<std::optional<Exhibit>> readExhibit(const CaseDatabase& database, std::int64_t number) {
    auto query = database.run(kColumns + QStringLiteral("WHERE e.number = ?"), {qint64{number}});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::nullopt;
    return exhibitFrom(*query);
}

Result<KnownExhibits> findKnown(const CaseDatabase& database, const Exhibit& exhibit) {
    auto query =
        database.run(QStringLiteral("SELECT number, received_path FROM exhibits WHERE sha256 = ? "
                                    "ORDER BY number"),
                     {said(exhibit.sha256)});
    if (!query)
        return tl::unexpected(query.error());
    KnownExhibits known;
    while (query->next()) {
        const std::int64_t number = query->value(0).toLongLong();
        if (known.firstWithBytes == 0)
            known.firstWithBytes = number;
        if (text(*query, 1) == exhibit.receivedPath)
            known.sameFile = number;
    }
    return known;
}

Result<void> insertExhibit(const CaseDatabase& database, const Exhibit& exhibit) {
    auto added = database.run(
        QStringLiteral("INSERT INTO exhibits (number, received_path, stored_name, sha256, md5, "
                       "bytes, modified_at, received_at, duplicate_of) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {qint64{exhibit.number}, said(exhibit.receivedPath), said(exhibit.storedName),
         said(exhibit.sha256), said(exhibit.md5), static_cast<qint64>(exhibit.bytes),
         said(exhibit.modifiedAt), said(exhibit.receivedAt), qint64{exhibit.duplicateOf}});
    if (!added)
        return tl::unexpected(added.error());
    return {};
}

Result<void> insertPlace(const CaseDatabase& database, std::int64_t exhibit, const QString& path) {
    auto moved =
        database.run(QStringLiteral("INSERT OR REPLACE INTO places (exhibit, path) VALUES (?, ?)"),
                     {qint64{exhibit}, path});
    if (!moved)
        return tl::unexpected(moved.error());
    return {};
}

} // namespace core::cases
