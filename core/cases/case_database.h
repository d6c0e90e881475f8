// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <filesystem>

namespace core::cases {

/// How a database file is opened.
enum class Access {
    Write,
    Read,
    ReadUnchanging, ///< on a medium where nobody can write: no lock and no side files are needed
};

/// One SQLite connection of the thread that opened it; closed with this object.
class CaseDatabase {
  public:
    CaseDatabase() = default;
    CaseDatabase(const CaseDatabase&) = delete;
    CaseDatabase& operator=(const CaseDatabase&) = delete;
    ~CaseDatabase();

    /// Write access sets write-ahead logging with full synchronization: what is committed survives
    /// a power cut.
    /// @errors FileUnreadable, WriteFailed
    [[nodiscard]] Result<void> open(const std::filesystem::path& file, Access access);

    /// Runs one statement. @return the query, at its first row when it has one: see next()
    /// @errors FileUnreadable for SELECT and PRAGMA, WriteFailed for everything else
    [[nodiscard]] Result<QSqlQuery> run(const QString& sql, const QVariantList& values = {}) const;

    [[nodiscard]] QSqlDatabase connection() const { return m_database; }

  private:
    QSqlDatabase m_database;
};

/// Either everything between here and commit() happens, or nothing. Takes the write lock at once.
class Transaction {
  public:
    explicit Transaction(const CaseDatabase& database) : m_database(database) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

  private:
    const CaseDatabase& m_database;
    bool m_isOpen = false;
};

} // namespace core::cases
