// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_database.h"

#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <utility>

namespace core::cases {

namespace {

/// SQLite's own result codes (sqlite.org/rescode.html).
constexpr const char* kBusy = "5";
constexpr const char* kFull = "13";

Error errorFrom(const QSqlError& error, bool isWrite) {
    const QString code = error.nativeErrorCode();
    if (code == QLatin1String(kFull))
        return {ErrorCode::WriteFailed,
                "The disk of the case is full; nothing was lost, make room and try again."};
    if (code == QLatin1String(kBusy))
        return {isWrite ? ErrorCode::WriteFailed : ErrorCode::FileUnreadable,
                "Another program is writing to this case; try again when it has finished."};
    const std::string reason = error.databaseText().toStdString();
    if (isWrite)
        return {ErrorCode::WriteFailed, "The case could not be written: " + reason +
                                            ". Check that its folder can be written."};
    return {ErrorCode::FileUnreadable, "The case database could not be read: " + reason + "."};
}

QString fileName(const std::filesystem::path& file, Access access) {
    QString name = QString::fromStdString(file.string());
    if (access != Access::ReadUnchanging)
        return name;
    return QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(name, "/")) +
           QStringLiteral("?immutable=1");
}

} // namespace

CaseDatabase::~CaseDatabase() {
    if (!m_database.isValid())
        return;
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase(); // no handle may be left when the connection is removed
    QSqlDatabase::removeDatabase(name);
}

Result<void> CaseDatabase::open(const std::filesystem::path& file, Access access) {
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"),
                                           QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!m_database.isValid())
        return fail(ErrorCode::Internal,
                    "Qt's SQLite driver is missing; install the package libqt6sql6-sqlite.");
    // SQLite follows links; a case from somewhere else must not lead it to other files.
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        std::error_code error;
        const std::string name = file.string() + ending;
        if (access == Access::Write && std::filesystem::is_symlink(name, error))
            return fail(ErrorCode::WriteFailed,
                        name + " is a link, and nothing is written through a link.");
    }
    m_database.setDatabaseName(fileName(file, access));
    if (access == Access::Read)
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    else if (access == Access::ReadUnchanging)
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    if (!m_database.open())
        return tl::unexpected(errorFrom(m_database.lastError(), access == Access::Write));
    if (access != Access::Write)
        return {};
    for (const char* setting : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                                "PRAGMA foreign_keys=ON", "PRAGMA recursive_triggers=ON"}) {
        if (auto done = run(QLatin1String(setting)); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<QSqlQuery> CaseDatabase::run(const QString& sql, const QVariantList& values) const {
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool isDone = query.prepare(sql);
    if (isDone) {
        for (const QVariant& value : values)
            query.addBindValue(value);
        isDone = query.exec();
    }
    if (isDone)
        return query;
    const bool isRead =
        sql.startsWith(QLatin1String("SELECT")) || sql.startsWith(QLatin1String("PRAGMA"));
    return tl::unexpected(errorFrom(query.lastError(), !isRead));
}

Transaction::~Transaction() {
    if (m_isOpen)
        static_cast<void>(m_database.run(QStringLiteral("ROLLBACK")));
}

Result<void> Transaction::begin() {
    auto begun = m_database.run(QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        return tl::unexpected(begun.error());
    m_isOpen = true;
    return {};
}

Result<void> Transaction::commit() {
    auto committed = m_database.run(QStringLiteral("COMMIT"));
    if (!committed)
        return tl::unexpected(committed.error());
    m_isOpen = false;
    return {};
}

} // namespace core::cases
