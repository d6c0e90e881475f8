// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/schema_migrations.h"

#include <algorithm>
#include <string>

namespace core::cases {

namespace {

const char* const kExhibits = R"(CREATE TABLE exhibits (
    number INTEGER PRIMARY KEY,
    received_path TEXT NOT NULL,
    stored_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    md5 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    modified_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    duplicate_of INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'pending',
    error_code TEXT NOT NULL DEFAULT '',
    error_message TEXT NOT NULL DEFAULT '',
    examination INTEGER REFERENCES examinations(id)))";

const char* const kExaminations = R"(CREATE TABLE examinations (
    id INTEGER PRIMARY KEY,
    exhibit INTEGER NOT NULL REFERENCES exhibits(number),
    created_at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    p_fake REAL NOT NULL,
    json TEXT NOT NULL,
    json_sha256 TEXT NOT NULL))";

const char* const kAudit = R"(CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    details TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL))";

/// The log is only ever added to. INSERT OR REPLACE would be a change in disguise.
const char* const kNoUpdate = R"(CREATE TRIGGER audit_is_never_updated BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END)";
const char* const kNoDelete = R"(CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END)";
const char* const kNoReplace = R"(CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END)";

/// What the examiner did to an exhibit, field by field; the log says how it came to be.
const char* const kMarks = R"(CREATE TABLE marks (
    exhibit INTEGER NOT NULL REFERENCES exhibits(number),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (exhibit, field)) WITHOUT ROWID)";

/// Which gesture of the log can be undone or redone: "done", "undone", "dropped".
const char* const kJournal = R"(CREATE TABLE journal (
    gesture INTEGER PRIMARY KEY,
    audit INTEGER NOT NULL REFERENCES audit(seq),
    state TEXT NOT NULL))";

/// Where referenced evidence was found again after it had been moved.
const char* const kPlaces = R"(CREATE TABLE places (
    exhibit INTEGER PRIMARY KEY REFERENCES exhibits(number),
    path TEXT NOT NULL))";

std::vector<Migration> makeMigrations() {
    QStringList first;
    for (const char* statement :
         {"PRAGMA application_id = 1129072467", // "CLGS"
          kExhibits, "CREATE INDEX exhibits_by_sha256 ON exhibits(sha256)",
          "CREATE INDEX exhibits_by_path ON exhibits(received_path)", kExaminations,
          "CREATE INDEX examinations_by_exhibit ON examinations(exhibit)", kAudit, kNoUpdate,
          kNoDelete, kNoReplace})
        first.append(QString::fromLatin1(statement));
    QStringList second;
    for (const char* statement :
         {kMarks, kJournal, "CREATE INDEX journal_by_state ON journal(state, gesture)", kPlaces})
        second.append(QString::fromLatin1(statement));
    return {{1, first}, {2, second}};
}

Result<void> backUp(const CaseDatabase& database, const std::filesystem::path& file, int version) {
    const std::filesystem::path backup = file.string() + ".v" + std::to_string(version) + ".backup";
    // Left by a migration that was killed: the database is still the old one, so make it anew.
    std::error_code error;
    std::filesystem::remove(backup, error);
    auto copied =
        database.run(QStringLiteral("VACUUM INTO ?"), {QString::fromStdString(backup.string())});
    if (!copied)
        return tl::unexpected(copied.error());
    return {};
}

Result<void> apply(const CaseDatabase& database, const Migration& step) {
    for (const QString& statement : step.statements) {
        if (auto done = database.run(statement); !done)
            return tl::unexpected(done.error());
    }
    auto marked = database.run(QStringLiteral("PRAGMA user_version = %1").arg(step.version));
    if (!marked)
        return tl::unexpected(marked.error());
    return {};
}

} // namespace

const std::vector<Migration>& caseMigrations() {
    static const std::vector<Migration> migrations = makeMigrations();
    return migrations;
}

Result<int> layoutVersion(const CaseDatabase& database) {
    auto query = database.run(QStringLiteral("PRAGMA user_version"));
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toInt() : 0;
}

Result<MigrationOutcome> migrate(const CaseDatabase& database, const std::filesystem::path& file,
                                 const std::vector<Migration>& steps) {
    const auto version = layoutVersion(database);
    if (!version)
        return tl::unexpected(version.error());
    MigrationOutcome outcome{*version, steps.back().version};
    if (outcome.from > outcome.to)
        return fail(ErrorCode::UnsupportedFormat,
                    "This case was made by a newer version of Clueglass; use that version.");
    if (outcome.from == outcome.to)
        return outcome;
    if (outcome.from > 0) {
        if (auto backup = backUp(database, file, outcome.from); !backup)
            return tl::unexpected(backup.error());
    }
    Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    for (const Migration& step : steps) {
        if (step.version <= outcome.from)
            continue;
        if (auto applied = apply(database, step); !applied)
            return tl::unexpected(applied.error());
    }
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return outcome;
}

} // namespace core::cases
