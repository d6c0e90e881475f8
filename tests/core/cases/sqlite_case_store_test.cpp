// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "tests/core/cases/made_case.h"

#include <QTest>

#include <sys/stat.h>

using namespace core;
using namespace core::cases;

class SqliteCaseStoreTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void newCaseExplainsItself() {
        const tests::MadeCase made;
        for (const char* name : {"case.sqlite", "FORMAT.md", "verify_case.py", "originals"})
            QVERIFY2(std::filesystem::exists(made.caseFolder() / name), name);
        const auto store = made.open();
        QVERIFY(store);
        QVERIFY(store->readOnlyReason().empty());
        const auto log = store->auditLog();
        QCOMPARE(log->size(), std::size_t{1});
        QCOMPARE(log->front().action, std::string("create"));
        QCOMPARE(log->front().actor, std::string("tester"));
    }

    void caseIsNotMadeOverSomethingElse() {
        const tests::MadeCase made;
        made.evidence("taken.clueglass/photo.jpg", "evidence");
        for (const char* name : {"desk.clueglass", "desk", "taken"}) {
            const auto again = createCase(made.root() / name, "tester");
            QVERIFY2(!again.has_value(), name);
            QCOMPARE(again.error().code, ErrorCode::InvalidArgument);
        }
    }

    void missingCaseIsAMessage() {
        const auto store = openCase("/no/such/case.clueglass", "tester");
        QVERIFY(!store.has_value());
        QCOMPARE(store.error().code, ErrorCode::FileNotFound);
    }

    void referencedFileIsHashedAndLeftAlone() {
        const tests::MadeCase made;
        const auto store = made.open();
        const auto file = made.evidence("a/photo.jpg", "some bytes");
        const auto before = std::filesystem::last_write_time(file);
        const auto intake = store->takeIn(file, Keeping::Referenced, {});
        QVERIFY(intake.has_value());
        QCOMPARE(intake->result, IntakeResult::New);
        QCOMPARE(intake->exhibit.number, std::int64_t{1});
        QCOMPARE(intake->exhibit.receivedPath, file.string());
        QCOMPARE(intake->exhibit.sha256, *sha256OfFile(file));
        QCOMPARE(intake->exhibit.md5, std::string("9d0568469d206c1aedf1b71f12f474bc"));
        QCOMPARE(intake->exhibit.bytes, std::uint64_t{10});
        QVERIFY(intake->exhibit.storedName.empty());
        QCOMPARE(store->evidencePath(intake->exhibit), file);
        QVERIFY(std::filesystem::last_write_time(file) == before);
    }

    void copiedFileIsReadOnlyAndNamedByItsHash() {
        const tests::MadeCase made;
        const auto store = made.open();
        const auto file = made.evidence("Photo.JPG", "some bytes");
        const auto intake = store->takeIn(file, Keeping::Copied, {});
        QVERIFY(intake.has_value());
        QCOMPARE(intake->exhibit.storedName, intake->exhibit.sha256 + ".jpg");
        const auto copy = store->evidencePath(intake->exhibit);
        QCOMPARE(*sha256OfFile(copy), intake->exhibit.sha256);
        struct stat state {};
        QCOMPARE(::stat(copy.c_str(), &state), 0);
        QCOMPARE(state.st_mode & 0777U, 0444U);
        for (const auto& entry : std::filesystem::directory_iterator(copy.parent_path()))
            QCOMPARE(entry.path(), copy); // nothing half-made is left
    }

    void sameBytesUnderAnotherNameAreADuplicate() {
        const tests::MadeCase made;
        const auto store = made.open();
        QCOMPARE(made.takeInExamined(*store, made.evidence("a.jpg", "same"), Keeping::Referenced),
                 std::int64_t{1});
        const auto second = store->takeIn(made.evidence("b.jpg", "same"), Keeping::Referenced, {});
        QVERIFY(second.has_value());
        QCOMPARE(second->result, IntakeResult::Duplicate);
        QCOMPARE(second->exhibit.duplicateOf, std::int64_t{1});
        QCOMPARE(second->exhibit.state, ExhibitState::Examined); // the first one's result counts
        QVERIFY(store->examinationOf(2).has_value());
    }

    void sameFileAgainIsKnownAlready() {
        const tests::MadeCase made;
        const auto store = made.open();
        const auto file = made.evidence("a.jpg", "same");
        QVERIFY(store->takeIn(file, Keeping::Referenced, {}).has_value());
        const auto again = store->takeIn(file, Keeping::Referenced, {});
        QCOMPARE(again->result, IntakeResult::KnownAlready);
        QCOMPARE(store->exhibits()->size(), std::size_t{1});
        // The same name with other bytes is another exhibit.
        made.evidence("a.jpg", "other");
        QCOMPARE(store->takeIn(file, Keeping::Referenced, {})->result, IntakeResult::New);
    }

    void referencedFileCanBeCopiedInLater() {
        const tests::MadeCase made;
        const auto store = made.open();
        const auto file = made.evidence("a.jpg", "same");
        QVERIFY(store->takeIn(file, Keeping::Referenced, {}).has_value());
        const auto copied = store->takeIn(file, Keeping::Copied, {});
        QCOMPARE(copied->result, IntakeResult::Duplicate);
        QVERIFY(!copied->exhibit.storedName.empty());
        for (const Keeping keeping : {Keeping::Copied, Keeping::Referenced})
            QCOMPARE(store->takeIn(file, keeping, {})->result, IntakeResult::KnownAlready);
        QCOMPARE(store->exhibits()->size(), std::size_t{2});
    }

    void unfinishedCopiesOfAKilledProgramAreRemoved() {
        const tests::MadeCase made;
        made.evidence("desk.clueglass/originals/.incoming-abc", "half a pic");
        QVERIFY(made.open());
        QVERIFY(std::filesystem::is_empty(made.caseFolder() / "originals"));
    }

    void whatIsRecordedIsThereAfterReopening() {
        const tests::MadeCase made;
        const auto file = made.evidence("a.jpg", "bytes");
        {
            const auto store = made.open();
            QCOMPARE(made.takeInExamined(*store, file, Keeping::Copied), std::int64_t{1});
            const auto bad = store->takeIn(made.evidence("bad.jpg", "text"), Keeping::Copied, {});
            QVERIFY(store
                        ->recordFailure(bad->exhibit.number,
                                        {ErrorCode::UnknownFormat, "This is text."})
                        .has_value());
            QVERIFY(store->recordAction("export", {{"file", "exports/report.pdf"}}).has_value());
        }
        const auto store = made.open();
        const auto exhibits = store->exhibits();
        QCOMPARE(exhibits->size(), std::size_t{2});
        QCOMPARE(exhibits->at(0).state, ExhibitState::Examined);
        QCOMPARE(exhibits->at(0).verdict, std::optional(examination::Verdict::Fake));
        const auto expected = tests::examinationOfBytes(exhibits->at(0).sha256);
        QCOMPARE(exhibits->at(0).pFake, expected.pFake);
        QVERIFY(store->examinationOf(1)->sameRecordAs(expected));
        QCOMPARE(exhibits->at(1).state, ExhibitState::Failed);
        QCOMPARE(exhibits->at(1).error,
                 std::optional(Error{ErrorCode::UnknownFormat, "This is text."}));
        const auto log = store->auditLog();
        std::vector<std::string> actions;
        for (const AuditRow& row : *log)
            actions.push_back(row.action);
        const std::vector<std::string> wanted = {"create", "intake",  "analysis",
                                                 "intake", "failure", "export"};
        QVERIFY(actions == wanted);
    }

    void examinationOfOtherBytesIsRefused() {
        const tests::MadeCase made;
        const auto store = made.open();
        const auto intake = store->takeIn(made.evidence("a.jpg", "bytes"), Keeping::Referenced, {});
        const auto recorded = store->recordExamination(
            intake->exhibit.number, tests::examinationOfBytes(std::string(64, '0')));
        QVERIFY(!recorded.has_value());
        QCOMPARE(recorded.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(store->exhibits()->front().state, ExhibitState::Pending);
    }

    void filesThatAreNoEvidenceAreRefused() {
        const tests::MadeCase made;
        const auto store = made.open();
        const auto codeFor = [&](const std::filesystem::path& file) {
            return store->takeIn(file, Keeping::Copied, {}).error().code;
        };
        QCOMPARE(codeFor(made.root() / "missing.jpg"), ErrorCode::FileNotFound);
        QCOMPARE(codeFor(made.evidence("empty.jpg", "")), ErrorCode::FileEmpty);
        QCOMPARE(codeFor(made.root()), ErrorCode::FileUnreadable);
        const auto pipe = made.root() / "pipe.jpg";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(codeFor(pipe), ErrorCode::FileUnreadable);
        QVERIFY(store->exhibits()->empty());
    }

    void secondOpenerCanOnlyRead() {
        const tests::MadeCase made;
        auto first = made.open();
        const auto file = made.evidence("a.jpg", "bytes");
        QVERIFY(first->takeIn(file, Keeping::Referenced, {}).has_value());
        const auto second = made.open();
        QVERIFY(second);
        QVERIFY2(second->readOnlyReason().find("has this case open") != std::string::npos,
                 second->readOnlyReason().c_str());
        QCOMPARE(second->exhibits()->size(), std::size_t{1});
        const auto refused = second->takeIn(file, Keeping::Referenced, {});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::WriteFailed);
        QVERIFY(second->verify({}, {})->findings.empty());
        // Once the first has gone, the next one may write.
        first.reset();
        QVERIFY(made.open()->readOnlyReason().empty());
    }

    void readOnlyFolderIsAMessage() {
        const auto made = createCase("/proc/case.clueglass", "tester");
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().code, ErrorCode::WriteFailed);
    }

    void cancelledIntakeLeavesNothing() {
        const tests::MadeCase made;
        const auto store = made.open();
        std::stop_source stop;
        stop.request_stop();
        const auto intake =
            store->takeIn(made.evidence("a.jpg", "bytes"), Keeping::Copied, stop.get_token());
        QVERIFY(!intake.has_value());
        QCOMPARE(intake.error().code, ErrorCode::Cancelled);
        QVERIFY(std::filesystem::is_empty(made.caseFolder() / "originals"));
    }
};

QTEST_GUILESS_MAIN(SqliteCaseStoreTest)
#include "sqlite_case_store_test.moc"
