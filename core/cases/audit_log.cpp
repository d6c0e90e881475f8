// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/audit_log.h"

#include "core/base/digest.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <span>

namespace core::cases {

namespace {

std::string text(const QSqlQuery& query, int column) {
    return query.value(column).toString().toStdString();
}

/// A string as JSON with its quotes: the only element of a list, without the brackets.
std::string quoted(const std::string& value) {
    const QByteArray list =
        QJsonDocument(QJsonArray{QString::fromStdString(value)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2).toStdString();
}

} // namespace

std::string firstPreviousHash() {
    return std::string(64, '0');
}

std::string auditHash(const AuditRow& row) {
    const std::string hashed = row.previousHash + "{\"action\":" + quoted(row.action) +
                               ",\"actor\":" + quoted(row.actor) + ",\"details\":" + row.details +
                               ",\"seq\":" + std::to_string(row.seq) +
                               ",\"time\":" + quoted(row.time) + "}";
    return sha256({reinterpret_cast<const std::uint8_t*>(hashed.data()), hashed.size()});
}

std::string canonicalJson(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QString timeStamp() {
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

Result<void> appendAuditRow(const CaseDatabase& database, const QString& actor,
                            const QString& action, const QJsonObject& details) {
    auto last =
        database.run(QStringLiteral("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    if (!last)
        return tl::unexpected(last.error());
    AuditRow row;
    const bool isFirst = !last->next();
    row.seq = isFirst ? 1 : last->value(0).toLongLong() + 1;
    row.previousHash = isFirst ? firstPreviousHash() : text(*last, 1);
    row.time = timeStamp().toStdString();
    row.actor = actor.toStdString();
    row.action = action.toStdString();
    row.details = canonicalJson(details);
    row.hash = auditHash(row);
    auto added =
        database.run(QStringLiteral("INSERT INTO audit (seq, time, actor, action, details, "
                                    "prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                     {qint64{row.seq}, QString::fromStdString(row.time), actor, action,
                      QString::fromStdString(row.details), QString::fromStdString(row.previousHash),
                      QString::fromStdString(row.hash)});
    if (!added)
        return tl::unexpected(added.error());
    return {};
}

std::filesystem::path placeOfMaking(const CaseDatabase& database) {
    auto first = database.run(
        QStringLiteral("SELECT details FROM audit WHERE seq = 1 AND action = 'create'"));
    if (!first || !first->next())
        return {};
    return QJsonDocument::fromJson(first->value(0).toString().toUtf8())
        .object()
        .value(QLatin1String("folder"))
        .toString()
        .toStdString();
}

std::int64_t lastAuditRow(const CaseDatabase& database) {
    auto last = database.run(QStringLiteral("SELECT MAX(seq) FROM audit"));
    return last && last->next() ? last->value(0).toLongLong() : 0;
}

Result<std::string> readLogHead(const CaseDatabase& database) {
    auto query = database.run(QStringLiteral("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1"));
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? text(*query, 0) : firstPreviousHash();
}

Result<std::vector<AuditRow>> readAuditLog(const CaseDatabase& database) {
    auto query = database.run(QStringLiteral(
        "SELECT seq, time, actor, action, details, prev_hash, hash FROM audit ORDER BY seq"));
    if (!query)
        return tl::unexpected(query.error());
    std::vector<AuditRow> rows;
    while (query->next())
        rows.push_back({query->value(0).toLongLong(), text(*query, 1), text(*query, 2),
                        text(*query, 3), text(*query, 4), text(*query, 5), text(*query, 6)});
    return rows;
}

} // namespace core::cases
