// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/picture_list.h"
#include "tests/support/gallery_rows.h"

#include <QSignalSpy>
#include <QTest>

using core::cases::CaseEntry;
using core::cases::ExhibitState;
using core::examination::Verdict;
using core::inference::JobState;
using core::workspace::Change;
using core::workspace::Changes;
using core::workspace::Picture;
using core::workspace::PictureId;
using core::workspace::PictureList;

Q_DECLARE_METATYPE(core::workspace::Changes)

class PictureListTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aBatchIsOneInsertionWithIdsInOrder() {
        PictureList list;
        QSignalSpy about(&list, &PictureList::aboutToAdd);
        QSignalSpy added(&list, &PictureList::added);
        const auto ids = list.add({"/p/a.jpg", "/p/b.jpg", "/p/c.jpg"});
        QCOMPARE(ids, (std::vector<PictureId>{1, 2, 3}));
        QCOMPARE(about.count(), 1);
        QCOMPARE(added.count(), 1);
        QCOMPARE(added[0][1].toInt(), 2);
        QCOMPARE(list.indexOfPath("/p/b.jpg"), 1);
        QCOMPARE(list.indexOfPath("/p/none.jpg"), -1);
        QCOMPARE(list.indexOf(3), 2);
        list.add({});
        QCOMPARE(added.count(), 1);
    }

    void idsNeverComeTwice() {
        PictureList list;
        list.add({"/p/a.jpg", "/p/b.jpg"});
        list.clear();
        QCOMPARE(list.count(), 0);
        QCOMPARE(list.add({"/p/c.jpg"}), std::vector<PictureId>{3});
        list.setOutcome(tests::outcomeOf(1, Verdict::Fake, 0.9)); // a late answer
        QVERIFY(!list.at(0).verdict);
        QVERIFY(list.find(1) == nullptr);
    }

    void aResultIsSaidOnceWithAllThatChanged() {
        PictureList list;
        const auto ids = list.add({"/p/a.jpg", "/p/b.jpg"});
        QSignalSpy changed(&list, &PictureList::changed);
        list.setOutcome(tests::outcomeOf(ids[1], Verdict::Real, 0.1));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toInt(), 1);
        QCOMPARE(changed[0][1].value<Changes>(),
                 Changes(Change::State) | Change::Verdict | Change::Examination);
        QCOMPARE(list.at(1).state, JobState::Done);
        QCOMPARE(list.at(1).pFake, 0.1);
        QVERIFY(list.at(1).examination);
    }

    void aFailureSaysWhy() {
        PictureList list;
        const auto ids = list.add({"/p/a.jpg", "/p/b.jpg"});
        list.setOutcome(tests::failureOf(ids[0], core::ErrorCode::Corrupt));
        QCOMPARE(list.at(0).state, JobState::Failed);
        QCOMPARE(list.at(0).error->code, core::ErrorCode::Corrupt);
        list.setOutcome(tests::failureOf(ids[1], core::ErrorCode::Cancelled));
        QCOMPARE(list.at(1).state, JobState::Cancelled);
    }

    void examiningAgainKeepsTheResultUntilThereIsAnother() {
        PictureList list;
        const auto ids = list.add({"/p/a.jpg"});
        list.setProgress({ids[0], "decode", 0.5});
        QCOMPARE(list.at(0).stage, QString("decode"));
        list.setOutcome(tests::outcomeOf(ids[0], Verdict::Fake, 0.9));
        list.markReviewed(0);
        QCOMPARE(list.reviewedCount(), 1);
        list.setState(ids[0], JobState::Waiting);
        QVERIFY(!list.at(0).verdict && list.at(0).examination);
        QVERIFY(list.at(0).stage.isEmpty());
        QCOMPARE(list.reviewedCount(), 0);
        // A file that is gone says nothing about the bytes that were examined.
        list.setOutcome(tests::failureOf(ids[0], core::ErrorCode::FileNotFound));
        QCOMPARE(list.at(0).state, JobState::Failed);
        QVERIFY(list.at(0).verdict == Verdict::Fake && list.at(0).examination);
        // One that has become something else does.
        list.setState(ids[0], JobState::Waiting);
        list.setOutcome(tests::failureOf(ids[0], core::ErrorCode::Corrupt));
        QVERIFY(!list.at(0).verdict && !list.at(0).examination);
    }

    void exhibitsAreFoundByTheirNumber() {
        PictureList list;
        list.addEntries({entry(7), entry(9)});
        QCOMPARE(list.indexOfExhibit(9), 1);
        QCOMPARE(list.indexOfExhibit(8), -1);
        QCOMPARE(list.at(0).exhibit, 7);
        list.markReviewed(0); // only the examiner's decision does that
        QCOMPARE(list.reviewedCount(), 0);
    }

    void aResultIsThatOfAllFilesWithTheSameBytes() {
        PictureList list;
        list.addEntries({entry(1), entry(2, 1)});
        list.addEntries({entry(3, 1), entry(4)});
        QCOMPARE(list.identicalTo(0), (std::vector<int>{1, 2}));
        QCOMPARE(list.identicalTo(2), (std::vector<int>{0, 1}));
        QVERIFY(list.hasIdentical(0) && list.hasIdentical(1) && !list.hasIdentical(3));
        QVERIFY(list.at(1).isRepeated() && !list.at(0).isRepeated());
        list.setOutcome(tests::outcomeOf(list.at(0).id, Verdict::Fake, 0.9));
        QCOMPARE(list.at(2).verdict.value(), Verdict::Fake);
        QVERIFY(!list.at(3).verdict);
    }

    void anEntryThatComesAgainBringsItsPlaceAndMarks() {
        PictureList list;
        list.addEntries({entry(1)});
        QSignalSpy changed(&list, &PictureList::changed);
        CaseEntry moved = entry(1);
        moved.file = "/elsewhere/1.jpg";
        moved.marks.rating = 4;
        list.addEntries({moved});
        QCOMPARE(list.count(), 1);
        QCOMPARE(list.at(0).file(), QString("/elsewhere/1.jpg"));
        QCOMPARE(list.at(0).path, QString("/c/1.jpg"));
        QCOMPARE(list.reviewedCount(), 1);
        QCOMPARE(changed[0][1].value<Changes>(),
                 Changes(Change::Reviewed) | Change::Marks | Change::File);
    }

    void resultsOfExhibitsLeaveTheMemoryAgain() {
        PictureList list;
        std::vector<CaseEntry> entries;
        for (int number = 1; number <= 100; ++number)
            entries.push_back(entry(number));
        list.addEntries(entries);
        for (int index = 0; index < list.count(); ++index)
            list.setOutcome(tests::outcomeOf(list.at(index).id, Verdict::Real, 0.1));
        QVERIFY(!list.at(0).examination);
        QVERIFY(list.at(0).verdict); // the case has the rest
        QVERIFY(list.at(99).examination);
    }

  private:
    static CaseEntry entry(std::int64_t number, std::int64_t duplicateOf = 0) {
        CaseEntry entry;
        entry.number = number;
        entry.duplicateOf = duplicateOf;
        entry.receivedPath = entry.file = "/c/" + std::to_string(number) + ".jpg";
        return entry;
    }
};

QTEST_GUILESS_MAIN(PictureListTest)
#include "picture_list_test.moc"
