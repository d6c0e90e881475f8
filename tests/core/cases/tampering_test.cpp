// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/made_case.h"

#include <QTest>

using namespace core::cases;

/// Whatever is changed in the database behind the program's back, both verifiers notice: the
/// program's own and the script for those who do not have the program. Tables and columns are those
/// that the database has, so that a new one is tried as soon as there is one.
class TamperingTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        fill();
        std::filesystem::copy_file(m_made.database(), m_made.root() / "sound.sqlite");
        QByteArray output;
        m_hasScript = m_made.runScript(output) >= 0;
        QVERIFY2(!m_hasScript || output.startsWith("SOUND"), output);
        QVERIFY(verify().empty());
    }
    void init() {
        for (const char* ending : {"", "-wal", "-shm"})
            std::filesystem::remove(m_made.database().string() + ending);
        std::filesystem::copy_file(m_made.root() / "sound.sqlite", m_made.database());
        for (const QStringList& trigger :
             m_made.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            QVERIFY(m_made.tamper("DROP TRIGGER " + trigger[0]));
    }

    void everyColumnIsVouchedFor_data() {
        QTest::addColumn<QString>("statement");
        int columns = 0;
        for (const QString& table : tables()) {
            const QString key = keyOf(table);
            for (const QStringList& column : columnsOf(table)) {
                ++columns;
                for (const char* end : {"MIN", "MAX"})
                    QTest::addRow("%s.%s %s", qPrintable(table), qPrintable(column[1]), end)
                        << QStringLiteral(
                               "UPDATE %1 SET %2 = %3 WHERE %4 = (SELECT %5(%4) FROM %1)")
                               .arg(table, column[1], changed(column), key, QString(end));
            }
        }
        QVERIFY2(columns >= 30, qPrintable(QString::number(columns)));
    }
    void everyColumnIsVouchedFor() { checkNoticed(); }

    void everyRowIsVouchedFor_data() {
        QTest::addColumn<QString>("statement");
        for (const QString& table : tables()) {
            const QString key = keyOf(table);
            for (const char* end : {"MIN", "MAX"})
                QTest::addRow("delete from %s %s", qPrintable(table), end)
                    << QStringLiteral("DELETE FROM %1 WHERE %2 = (SELECT %3(%2) FROM %1)")
                           .arg(table, key, QString(end));
            QStringList values;
            bool isKeyChanged = false;
            for (const QStringList& column : columnsOf(table)) {
                const bool isKey = column[5].toInt() > 0 && !isKeyChanged;
                isKeyChanged = isKeyChanged || isKey;
                values << (isKey ? changed(column) : column[1]);
            }
            QTest::addRow("add to %s", qPrintable(table))
                << QStringLiteral("INSERT INTO %1 SELECT %2 FROM %1 WHERE %3 = (SELECT MAX(%3) "
                                  "FROM %1)")
                       .arg(table, values.join(", "), key);
        }
        QTest::newRow("verdict and result")
            << "UPDATE examinations SET verdict = 'real', json = replace(json, '\"fake\"', "
               "'\"real\"')";
        QTest::newRow("conclusion") << "INSERT INTO marks VALUES (2, 'conclusion', "
                                       "'{\"reasons\":\"\",\"support\":6,\"verdict\":\"fake\"}')";
    }
    void everyRowIsVouchedFor() { checkNoticed(); }

  private:
    /// Every table has rows: a copied exhibit examined twice, a referenced one that failed and
    /// moved, a duplicate, marks of which one is undone and one dropped.
    void fill() {
        const auto store = m_made.open();
        QVERIFY(store);
        QCOMPARE(m_made.takeInExamined(*store, m_made.evidence("a.jpg", "first"), Keeping::Copied),
                 std::int64_t{1});
        const auto other = m_made.evidence("b.jpg", "second");
        QVERIFY(store->takeIn(other, Keeping::Referenced, {}));
        QVERIFY(store->takeIn(m_made.evidence("c.jpg", "first"), Keeping::Copied, {}));
        QVERIFY(store->recordFailure(2, {core::ErrorCode::Corrupt, "no picture"}));
        QVERIFY(store->recordExamination(
            1, tests::examinationOfBytes(store->exhibits()->front().sha256)));
        std::filesystem::rename(other, m_made.root() / "moved.jpg");
        QVERIFY(store->relocate(2, m_made.root() / "moved.jpg", {}));
        QVERIFY(store->apply("rating", {{1, mark::kRating, {}, "4"}}));
        QVERIFY(store->apply("note", {{2, mark::kNote, {}, "dropped"}}));
        QVERIFY(store->undo());
        QVERIFY(store->apply("flag", {{2, mark::kFlag, {}, mark::kPicked}}));
        QVERIFY(store->undo());
        QVERIFY(store->recordView(2));
    }

    QStringList tables() const {
        QStringList names;
        for (const QStringList& row :
             m_made.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                         "'sqlite%' ORDER BY name"))
            names << row[0];
        return names;
    }
    /// number, name, type, not null, default, place in the key
    std::vector<QStringList> columnsOf(const QString& table) const {
        return m_made.rows(QStringLiteral("PRAGMA table_info(%1)").arg(table));
    }
    /// One expression that tells rows apart and orders them.
    QString keyOf(const QString& table) const {
        QStringList parts;
        for (const QStringList& column : columnsOf(table))
            if (column[5].toInt() > 0)
                parts << column[1];
        return parts.join(" || ' ' || ");
    }
    static QString changed(const QStringList& column) {
        if (column[2] == "INTEGER")
            return QStringLiteral("COALESCE(%1, 0) + 1000").arg(column[1]);
        return column[2] == "REAL" ? QStringLiteral("%1 / 2").arg(column[1])
                                   : QStringLiteral("%1 || 'x'").arg(column[1]);
    }

    std::vector<VerificationFinding> verify() const {
        const auto store = m_made.open();
        const std::vector<VerificationFinding> refused = {{{}, 0, "refused"}};
        if (!store)
            return refused;
        const auto verification = store->verify({}, {});
        return verification ? verification->findings : refused;
    }
    void checkNoticed() {
        QFETCH(const QString, statement);
        const auto before = m_made.dump();
        QVERIFY2(m_made.tamper(statement), qPrintable(statement));
        QVERIFY2(m_made.dump() != before, qPrintable(statement));
        if (m_hasScript) {
            QByteArray output;
            QVERIFY2(m_made.runScript(output) == 1 && !output.contains("SOUND"),
                     qPrintable(statement + ": " + output));
        }
        QVERIFY2(!verify().empty(), qPrintable(statement));
    }

    const tests::MadeCase m_made;
    bool m_hasScript = false;
};

QTEST_GUILESS_MAIN(TamperingTest)
#include "tampering_test.moc"
