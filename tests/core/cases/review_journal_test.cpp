// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/made_case.h"

#include <QTest>

#include <random>

using namespace core::cases;

class ReviewJournalTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_made = std::make_unique<tests::MadeCase>();
        m_store = m_made->open();
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(m_made->takeInExamined(
                         *m_store,
                         m_made->evidence(std::to_string(i) + ".jpg", "bytes " + std::to_string(i)),
                         Keeping::Referenced),
                     std::int64_t{i});
    }
    void cleanup() { m_store.reset(); }

    void marksAreThereAfterReopening() {
        const Conclusion conclusion{core::examination::Verdict::Real, 3, "Same \"scene\", Größe"};
        QVERIFY(rate(2, "4").number == 1);
        apply("conclusion", {{2, mark::kConclusion, {}, conclusionText(conclusion)}});
        apply("tag", {{2, std::string(mark::kTag) + "protest", {}, "1"},
                      {2, std::string(mark::kTag) + "harbor", {}, "1"}});
        apply("flag", {{3, mark::kFlag, {}, mark::kRejected}});
        QVERIFY(m_store->recordView(1).has_value());
        reopen();
        const auto marks = m_store->entry(2)->marks;
        QCOMPARE(marks.rating, 4);
        QCOMPARE(marks.conclusion, std::optional(conclusion));
        QVERIFY((marks.tags == std::vector<std::string>{"harbor", "protest"}));
        QVERIFY(m_store->entry(3)->marks.isRejected && !m_store->entry(3)->marks.isSeen);
        QVERIFY(m_store->entry(1)->marks.isSeen && !m_store->entry(1)->marks.isReviewed());
        QVERIFY(m_store->verify({}, {})->findings.empty());
        std::vector<CaseEntry> entries;
        const auto read = m_store->entries([&](std::vector<CaseEntry> page) {
            entries.insert(entries.end(), page.begin(), page.end());
            return true;
        });
        QVERIFY(read.has_value());
        QCOMPARE(entries.size(), std::size_t{3});
        for (const CaseEntry& entry : entries)
            QCOMPARE(entry.marks, m_store->entry(entry.number)->marks);
    }

    void gesturesAreUndoneAndRedoneAcrossSessions() {
        rate(1, "1");
        rate(1, "5");
        apply("flag", {{1, mark::kFlag, {}, mark::kPicked}, {2, mark::kFlag, {}, mark::kPicked}});
        reopen();
        QCOMPARE(m_store->history()->undoName, std::string("flag"));
        QCOMPARE(m_store->undo()->changes.size(), std::size_t{2}); // a gesture is one step
        QVERIFY(!m_store->entry(2)->marks.isPicked);
        QCOMPARE(m_store->undo()->changes.front().after, std::string("1"));
        QCOMPARE(m_store->entry(1)->marks.rating, 1);
        reopen();
        QCOMPARE(*m_store->history(), (History{"rating", "rating"}));
        QCOMPARE(m_store->redo()->changes.front().after, std::string("5"));
        // Something new: what was undone is gone for good, and stays gone.
        rate(3, "2");
        QCOMPARE(m_store->redo()->number, std::int64_t{0});
        QCOMPARE(*m_store->history(), (History{"rating", ""}));
        QVERIFY(m_store->verify({}, {})->findings.empty());
    }

    void whatChangesNothingIsNoGesture() {
        rate(1, "3");
        const auto before = m_store->auditLog()->size();
        QCOMPARE(rate(1, "3").number, std::int64_t{0});
        QCOMPARE(m_store->auditLog()->size(), before);
        QVERIFY(!m_store->apply("rating", {{99, mark::kRating, {}, "1"}}).has_value());
        QCOMPARE(m_store->auditLog()->size(), before);
    }

    void everyStateIsReachedByUndoingARandomSession() {
        std::mt19937 random(7);
        std::vector<std::string> states = {state()};
        for (int i = 0; i < 60; ++i) {
            const std::int64_t exhibit = 1 + random() % 3;
            const auto value = random() % 6;
            if (rate(exhibit, value == 0 ? "" : std::to_string(value)).number != 0)
                states.push_back(state());
        }
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            QVERIFY(m_store->undo()->number != 0);
            QCOMPARE(state(), states[i - 1]);
        }
        QCOMPARE(m_store->undo()->number, std::int64_t{0});
        for (std::size_t i = 1; i < states.size(); ++i) {
            QVERIFY(m_store->redo()->number != 0);
            QCOMPARE(state(), states[i]);
        }
        QVERIFY(m_store->verify({}, {})->findings.empty());
    }

    void aMarkChangedBehindTheProgramIsFound_data() {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("said");
        QTest::newRow("value") << "UPDATE marks SET value = '5' WHERE exhibit = 1"
                               << "Exhibit 1";
        QTest::newRow("removed") << "DELETE FROM marks WHERE exhibit = 1"
                                 << "missing";
        QTest::newRow("added") << "INSERT INTO marks VALUES (3, 'rating', '1')"
                               << "Exhibit 3";
        QTest::newRow("journal") << "UPDATE journal SET state = 'undone'"
                                 << "journal";
    }
    void aMarkChangedBehindTheProgramIsFound() {
        QFETCH(QString, statement);
        QFETCH(QString, said);
        rate(1, "3");
        m_store.reset();
        QVERIFY(m_made->tamper(statement));
        m_store = m_made->open();
        const auto findings = m_store->verify({}, {})->findings;
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY2(QString::fromStdString(findings[0].message).contains(said),
                 findings[0].message.c_str());
    }

    void movedEvidenceIsFoundAgainByItsBytes() {
        const auto old = m_made->root() / "2.jpg";
        const auto moved = m_made->root() / "elsewhere" / "renamed.jpg";
        std::filesystem::create_directories(moved.parent_path());
        std::filesystem::rename(old, moved);
        QCOMPARE(m_store->verify({}, {})->findings.size(), std::size_t{1});
        const auto refused = m_store->relocate(2, m_made->root() / "1.jpg", {});
        QCOMPARE(refused.error().code, core::ErrorCode::InvalidArgument);
        QVERIFY(m_store->relocate(2, moved, {}).has_value());
        QCOMPARE(m_store->entry(2)->file, moved.string());
        QCOMPARE(m_store->entry(2)->receivedPath, old.string());
        reopen();
        QVERIFY(m_store->verify({}, {})->findings.empty());
        m_store.reset();
        QVERIFY(m_made->tamper("UPDATE places SET path = '/etc/passwd'"));
        m_store = m_made->open();
        QVERIFY(!m_store->verify({}, {})->findings.empty());
    }

    void readersChangeNothing() {
        const auto reader = m_made->open();
        QVERIFY(!reader->readOnlyReason().empty());
        QVERIFY(!reader->apply("rating", {{1, mark::kRating, {}, "1"}}).has_value());
        QVERIFY(!reader->undo().has_value());
        QVERIFY(!reader->recordView(1).has_value());
    }

  private:
    Gesture apply(const std::string& name, const std::vector<MarkChange>& changes) {
        const auto gesture = m_store->apply(name, changes);
        if (!gesture)
            qWarning("%s", gesture.error().message.c_str());
        return gesture.value_or(Gesture{-1, {}, {}});
    }
    Gesture rate(std::int64_t exhibit, const std::string& value) {
        return apply("rating", {{exhibit, mark::kRating, {}, value}});
    }
    std::string state() const {
        std::string ratings;
        for (std::int64_t i = 1; i <= 3; ++i)
            ratings += std::to_string(m_store->entry(i)->marks.rating);
        return ratings;
    }
    void reopen() {
        m_store.reset();
        m_store = m_made->open();
        QVERIFY(m_store);
    }

    std::unique_ptr<tests::MadeCase> m_made;
    std::unique_ptr<CaseStore> m_store;
};

QTEST_GUILESS_MAIN(ReviewJournalTest)
#include "review_journal_test.moc"
