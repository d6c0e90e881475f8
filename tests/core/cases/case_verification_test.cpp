// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/audit_log.h"
#include "core/cases/case_record.h"
#include "tests/core/cases/made_case.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace core::cases;
using Kind = VerificationFinding::Kind;

class CaseVerificationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void untouchedCaseIsSound() {
        const tests::MadeCase made;
        fill(made);
        const auto verification = made.open()->verify({}, {});
        QVERIFY(verification.has_value());
        QVERIFY(verification->findings.empty());
        QCOMPARE(verification->evidenceFiles, std::size_t{3});
        QCOMPARE(verification->auditRows, std::size_t{7});
        QCOMPARE(made.open()->auditLog()->back().action, std::string("verify"));
        QVERIFY(made.open()->verify({}, {})->findings.empty());
    }

    void headCoversTheVerificationsOwnRow() {
        const tests::MadeCase made;
        fill(made);
        const auto verification = made.open()->verify({}, {});
        QVERIFY(verification.has_value());
        QCOMPARE(verification->chainHead, made.open()->auditLog()->back().hash);
        QCOMPARE(verification->chainHead, made.open()->logHead().value());
        QCOMPARE(verification->notedRow, std::int64_t{0});
    }

    void notedHeadIsFoundAfterTheLogGrew() {
        const tests::MadeCase made;
        fill(made);
        const std::string noted = made.open()->verify({}, {})->chainHead;
        QVERIFY(made.open()->recordAction("note", {{"text", "later"}}));
        const auto verification = made.open()->verify({}, {}, noted);
        QVERIFY(verification->findings.empty());
        QCOMPARE(verification->notedRow, std::int64_t{8}); // seven rows and the first verification
        QByteArray output;
        const int code =
            made.runScript(output, {"--expect-head", QString::fromStdString(noted).toUpper()});
        if (code == -1)
            QSKIP("python3 is not installed.");
        QVERIFY2(code == 0, output);
        QVERIFY2(output.contains("the noted head is audit row 8"), output);
    }

    /// A log that was cut behind a sound row fits its chain; only the noted head tells.
    void notedHeadTellsThatTheLogWasCut() {
        const tests::MadeCase made;
        fill(made);
        const std::string noted = made.open()->verify({}, {})->chainHead;
        QVERIFY(made.tamper("DROP TRIGGER audit_is_never_deleted"));
        QVERIFY(made.tamper("DELETE FROM audit WHERE seq = 8"));
        QVERIFY(made.tamper("CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN "
                            "SELECT RAISE(ABORT, 'no'); END"));
        const auto verification = made.open()->verify({}, {}, noted);
        QVERIFY(verification.has_value());
        QCOMPARE(verification->findings.size(), std::size_t{1});
        QCOMPARE(verification->findings[0].kind, Kind::AuditRow);
        QVERIFY(verification->findings[0].message.find(noted) != std::string::npos);
        QCOMPARE(made.open()->auditLog()->size(), std::size_t{7}); // left as it is
        QByteArray output;
        const int code = made.runScript(output, {"--expect-head", QString::fromStdString(noted)});
        if (code == -1)
            QSKIP("python3 is not installed.");
        QVERIFY2(code == 1 && output.contains("BROKEN"), output);
    }

    void flippedEvidenceByteIsNamed() {
        const tests::MadeCase made;
        fill(made);
        made.evidence("b.jpg", "secund");
        const auto verification = made.open()->verify({}, {});
        QCOMPARE(verification->findings.size(), std::size_t{1});
        QCOMPARE(verification->findings[0].kind, Kind::Evidence);
        QCOMPARE(verification->findings[0].number, std::int64_t{2});
    }

    void missingEvidenceIsNamed() {
        const tests::MadeCase made;
        fill(made);
        std::filesystem::remove(made.root() / "b.jpg");
        const auto verification = made.open()->verify({}, {});
        QCOMPARE(verification->findings.size(), std::size_t{1});
        QVERIFY(verification->findings[0].message.find("missing") != std::string::npos);
    }

    void logRefusesChanges() {
        const tests::MadeCase made;
        fill(made);
        QVERIFY(!made.tamper("UPDATE audit SET actor = 'somebody else' WHERE seq = 2"));
        QVERIFY(!made.tamper("DELETE FROM audit WHERE seq = 2"));
        QVERIFY(!made.tamper("INSERT OR REPLACE INTO audit VALUES (2, '', '', '', '{}', '', '')"));
    }

    void changedAuditRowIsNamed_data() {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("row");
        QTest::newRow("actor") << "UPDATE audit SET actor = 'x' WHERE seq = 3" << 3;
        QTest::newRow("time") << "UPDATE audit SET time = '2001-01-01' WHERE seq = 1" << 1;
        QTest::newRow("details") << "UPDATE audit SET details = details || ' ' WHERE seq = 5" << 5;
        QTest::newRow("hash") << "UPDATE audit SET hash = prev_hash WHERE seq = 4" << 4;
        QTest::newRow("removed") << "DELETE FROM audit WHERE seq = 2" << 2;
        QTest::newRow("all removed") << "DELETE FROM audit" << 1;
    }
    void changedAuditRowIsNamed() {
        QFETCH(QString, statement);
        QFETCH(int, row);
        const tests::MadeCase made;
        fill(made);
        for (const char* trigger : {"audit_is_never_updated", "audit_is_never_deleted"})
            QVERIFY(made.tamper(QStringLiteral("DROP TRIGGER %1").arg(trigger)));
        QVERIFY(made.tamper(statement));
        const auto verification = made.open()->verify({}, {});
        QVERIFY(verification.has_value());
        QCOMPARE(verification->firstBrokenRow(), std::int64_t{row});
        // A second look finds the same: nothing was added behind the break.
        QCOMPARE(made.open()->verify({}, {})->firstBrokenRow(), std::int64_t{row});
    }

    void changedRecordIsNamed_data() {
        QTest::addColumn<QString>("statement");
        QTest::newRow("hash") << "UPDATE exhibits SET sha256 = md5 WHERE number = 1";
        QTest::newRow("path") << "UPDATE exhibits SET received_path = '/x' WHERE number = 1";
        QTest::newRow("state") << "UPDATE exhibits SET state = 'failed' WHERE number = 1";
        QTest::newRow("verdict") << "UPDATE examinations SET verdict = 'real' WHERE exhibit = 1";
        QTest::newRow("probability") << "UPDATE examinations SET p_fake = 0.1 WHERE exhibit = 1";
        QTest::newRow("result")
            << "UPDATE examinations SET json = replace(json, 'fake', 'real') WHERE exhibit = 1";
        QTest::newRow("removed") << "DELETE FROM exhibits WHERE number = 1";
    }
    void changedRecordIsNamed() {
        QFETCH(QString, statement);
        const tests::MadeCase made;
        fill(made);
        QVERIFY(made.tamper(statement));
        const auto verification = made.open()->verify({}, {});
        QVERIFY(verification.has_value());
        QCOMPARE(verification->firstBrokenRow(), std::int64_t{0});
        bool isNamed = false;
        for (const VerificationFinding& finding : verification->findings)
            isNamed = isNamed || (finding.kind == Kind::Record && finding.number == 1);
        QVERIFY(isNamed);
    }

    /// Wherever a bit is turned: when a reader of the database would see anything else than
    /// before, the case is not called sound.
    void everyFlippedBitThatCanBeReadIsFound() {
        const tests::MadeCase made;
        fill(made);
        const auto before = made.dump();
        QVERIFY(before.has_value());
        QFile file(QString::fromStdString(made.database().string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sound = file.readAll();
        file.close();
        std::mt19937 random(7);
        int changed = 0;
        for (int round = 0; round < 1000; ++round) {
            QByteArray damaged = sound;
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(sound.size()));
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
            for (const char* side : {"-wal", "-shm"})
                std::filesystem::remove(made.database().string() + side);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            const auto now = made.dump();
            if (now == before)
                continue; // free space, an index, a hint
            ++changed;
            auto store = openCase(made.caseFolder(), "tester");
            if (!store)
                continue; // refused, with a reason
            const auto verification = (*store)->verify({}, {});
            QVERIFY2(!verification || !verification->findings.empty(),
                     qPrintable(QString("byte %1").arg(at) + tests::firstDifference(before, now)));
        }
        QVERIFY2(changed >= 100, qPrintable(QString::number(changed)));
    }

    void scriptVerifiesWithoutTheProgram() {
        const tests::MadeCase made;
        fill(made);
        QByteArray output;
        const int code = made.runScript(output);
        if (code < 0)
            QSKIP("python3 is not installed");
        QVERIFY2(code == 0, output);
        QVERIFY2(output.contains(made.open()->auditLog()->back().hash.c_str()), output);
        made.evidence("b.jpg", "secund");
        QCOMPARE(made.runScript(output), 1);
        QVERIFY2(output.contains("exhibit 2"), output);
        QVERIFY(made.tamper("DROP TRIGGER audit_is_never_updated"));
        QVERIFY(made.tamper("UPDATE audit SET actor = 'x' WHERE seq = 3"));
        QCOMPARE(made.runScript(output), 1);
        QVERIFY2(output.contains("audit row 3"), output);
    }

    void clockThatRanBackwardsIsRemarked() {
        const tests::MadeCase made;
        fill(made);
        // The chain is made anew with one row an hour too late, as a wrong clock would have.
        QVERIFY(made.tamper("DROP TRIGGER audit_is_never_updated"));
        auto log = *made.open()->auditLog();
        std::string previous(64, '0');
        for (AuditRow& row : log) {
            if (row.seq == 3)
                row.time = "2999-01-01T00:00:00.000Z";
            row.previousHash = previous;
            row.hash = previous = auditHash(row);
            QVERIFY(made.tamper(QStringLiteral("UPDATE audit SET time = '%1', prev_hash = '%2', "
                                               "hash = '%3' WHERE seq = %4")
                                    .arg(QString::fromStdString(row.time),
                                         QString::fromStdString(row.previousHash),
                                         QString::fromStdString(row.hash))
                                    .arg(row.seq)));
        }
        QByteArray output;
        const int code = made.runScript(output);
        QVERIFY2(code <= 0, output);
        QVERIFY2(code < 0 || output.contains("audit row 4: the clock ran backwards"), output);
        const auto verification = made.open()->verify({}, {});
        QVERIFY(verification->findings.empty());
        QCOMPARE(verification->remarks.size(), std::size_t{1});
        QVERIFY(verification->remarks[0].find("Audit row 4: the clock") != std::string::npos);
    }

    void plantedCopyIsRemarked() {
        const tests::MadeCase made;
        fill(made);
        made.evidence("desk.clueglass/originals/planted.jpg", "planted");
        QByteArray output;
        const int code = made.runScript(output);
        QVERIFY2(code < 0 || output.contains("originals/planted.jpg"), output);
        const auto verification = made.open()->verify({}, {});
        QVERIFY(verification->findings.empty());
        QCOMPARE(verification->remarks.size(), std::size_t{1});
        QVERIFY(verification->remarks[0].find("planted.jpg") != std::string::npos);
    }

    void olderVerifierIsReplacedAndLogged() {
        const tests::MadeCase made;
        fill(made);
        QByteArray output;
        const int code = made.runScript(output);
        made.evidence("desk.clueglass/verify_case.py", "#!/usr/bin/env python3\nprint('SOUND')\n");
        QCOMPARE(made.open()->auditLog()->back().action, std::string("texts"));
        QCOMPARE(made.runScript(output), code);
        QVERIFY2(code < 0 || output.contains("head"), output);
        QVERIFY(made.open()->verify({}, {})->remarks.empty());
    }

    void caseThatMovedWithItsEvidenceFindsIt() {
        const tests::MadeCase made;
        const auto pictures = made.evidence("before/pictures/a.jpg", "first").parent_path();
        const auto before = made.root() / "before";
        {
            auto store = createCase(before / "desk", "tester");
            QVERIFY(store.has_value());
            QVERIFY((*store)->takeIn(pictures / "a.jpg", Keeping::Referenced, {}).has_value());
            QVERIFY(
                (*store)->takeIn(made.evidence("before/b.jpg", "second"), Keeping::Referenced, {}));
            std::filesystem::rename(before / "b.jpg", pictures / "found.jpg");
            QVERIFY((*store)->relocate(2, pictures / "found.jpg", {}).has_value());
        }
        std::filesystem::rename(before, made.root() / "after");
        const auto store = openCase(made.root() / "after" / "desk.clueglass", "tester");
        QVERIFY(store.has_value());
        const auto verification = (*store)->verify({}, {});
        QVERIFY(verification->findings.empty());
        const auto exhibits = (*store)->exhibits();
        QCOMPARE((*store)->evidencePath(exhibits->at(0)),
                 made.root() / "after" / "pictures" / "a.jpg");
    }

  private:
    /// Seven audit rows, three exhibits: copied and examined, referenced, duplicate of the first.
    static void fill(const tests::MadeCase& made) {
        const auto store = made.open();
        QVERIFY(store);
        QCOMPARE(
            made.takeInExamined(*store, made.evidence("ä \"1\".jpg", "first"), Keeping::Copied),
            std::int64_t{1});
        QVERIFY(store->takeIn(made.evidence("b.jpg", "second"), Keeping::Referenced, {}));
        QVERIFY(store->takeIn(made.evidence("c.jpg", "first"), Keeping::Copied, {}));
        QVERIFY(store->apply("rating", {{1, mark::kRating, {}, "4"}}));
        QVERIFY(store->recordAction("note", {{"text", "tab\t, quote \", del \x7f, \xc3\xa9"}}));
    }
};

QTEST_GUILESS_MAIN(CaseVerificationTest)
#include "case_verification_test.moc"
