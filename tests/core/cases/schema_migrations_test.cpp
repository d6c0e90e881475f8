// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/schema_migrations.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core::cases;

class SchemaMigrationsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::filesystem::path(m_folder->path().toStdString()) / "case.sqlite";
        m_database = std::make_unique<CaseDatabase>();
        QVERIFY(m_database->open(m_file, Access::Write).has_value());
        QVERIFY(migrate(*m_database, m_file, kFirst).has_value());
        QVERIFY(m_database->run("INSERT INTO notes VALUES ('kept')").has_value());
    }
    void cleanup() { m_database.reset(); }

    void emptyDatabaseGetsTheNewestLayoutWithoutBackup() {
        QCOMPARE(*layoutVersion(*m_database), 1);
        QVERIFY(!std::filesystem::exists(backup()));
    }

    void olderDatabaseIsBackedUpAndMigrated() {
        const auto outcome = migrate(*m_database, m_file, kBoth);
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->from, 1);
        QCOMPARE(outcome->to, 2);
        QCOMPARE(*layoutVersion(*m_database), 2);
        auto row = m_database->run("SELECT text, author FROM notes");
        QVERIFY(row.has_value() && row->next());
        QCOMPARE(row->value(0).toString(), QString("kept"));
        CaseDatabase old;
        QVERIFY(old.open(backup(), Access::Read).has_value());
        QCOMPARE(*layoutVersion(old), 1);
        QVERIFY(old.run("SELECT text FROM notes")->next());
    }

    void failedStepChangesNothing() {
        std::vector<Migration> broken = kBoth;
        broken.back().statements.append("ALTER TABLE nowhere ADD COLUMN x");
        QVERIFY(!migrate(*m_database, m_file, broken).has_value());
        QCOMPARE(*layoutVersion(*m_database), 1);
        QVERIFY(!m_database->run("SELECT author FROM notes").has_value());
        // And the repaired program can go on, over the backup that is there.
        QVERIFY(migrate(*m_database, m_file, kBoth).has_value());
    }

    void newerDatabaseIsRefused() {
        QVERIFY(migrate(*m_database, m_file, kBoth).has_value());
        const auto outcome = migrate(*m_database, m_file, kFirst);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, core::ErrorCode::UnsupportedFormat);
    }

  private:
    const std::vector<Migration> kFirst = {{1, {"CREATE TABLE notes (text TEXT)"}}};
    const std::vector<Migration> kBoth = {
        kFirst[0], {2, {"ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT ''"}}};

    std::filesystem::path backup() const { return m_file.string() + ".v1.backup"; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<CaseDatabase> m_database;
};

QTEST_GUILESS_MAIN(SchemaMigrationsTest)
#include "schema_migrations_test.moc"
