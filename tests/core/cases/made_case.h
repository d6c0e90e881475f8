// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/sqlite_case_store.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tests {

/// A folder with a case "desk.clueglass" and evidence files that the test writes.
class MadeCase {
  public:
    MadeCase();

    [[nodiscard]] std::filesystem::path root() const;
    [[nodiscard]] std::filesystem::path caseFolder() const { return root() / "desk.clueglass"; }
    [[nodiscard]] std::filesystem::path database() const { return caseFolder() / "case.sqlite"; }

    /// Null when it cannot be opened.
    [[nodiscard]] std::unique_ptr<core::cases::CaseStore> open() const;

    std::filesystem::path evidence(const std::string& name, const std::string& bytes) const;

    /// Takes a file in and records an examination of it. @return the exhibit's number, 0 on failure
    std::int64_t takeInExamined(core::cases::CaseStore& store, const std::filesystem::path& file,
                                core::cases::Keeping keeping) const;

    /// Changes the database behind the program's back, as another SQLite program would.
    [[nodiscard]] bool tamper(const QString& statement) const;

    /// The rows of a query as text, nothing when it fails.
    [[nodiscard]] std::vector<QStringList> rows(const QString& query) const;

    /// Runs the case's own verify_case.py. @return its exit code; -1: python3 is not installed
    [[nodiscard]] int runScript(QByteArray& output, const QStringList& more = {}) const;

    /// Everything that a reader of the database sees, line by line; nothing when it cannot be read.
    [[nodiscard]] std::optional<QStringList> dump() const;

  private:
    QTemporaryDir m_folder;
};

/// The first line that differs, for a test's message.
[[nodiscard]] QString firstDifference(const std::optional<QStringList>& a,
                                      const std::optional<QStringList>& b);

/// A complete examination of bytes with this hash.
[[nodiscard]] core::examination::Examination examinationOfBytes(const std::string& sha256);

} // namespace tests
