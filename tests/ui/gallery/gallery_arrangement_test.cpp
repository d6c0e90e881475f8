// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gallery_rows.h"
#include "ui/gallery/gallery_arrangement.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/thumbnail_cache.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

#include <functional>

using core::cases::CaseEntry;
using core::examination::Verdict;
using core::inference::JobId;
using core::inference::JobState;
using namespace ui::gallery;
using Order = GalleryArrangement::Order;
using Grouping = GalleryArrangement::Grouping;

namespace {

FacetValue verdictIs(Verdict verdict) {
    return {Facet::Verdict, static_cast<int>(verdict), {}};
}
FacetValue stateIs(PictureState state) {
    return {Facet::State, static_cast<int>(state), {}};
}
FacetValue reviewIs(ReviewState state) {
    return {Facet::Review, static_cast<int>(state), {}};
}

} // namespace

Q_DECLARE_METATYPE(ui::gallery::FacetChoice)

class GalleryArrangementTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_shown.reset();
        m_model.reset();
        m_pictures = std::make_unique<core::workspace::PictureList>();
        m_thumbnails = std::make_unique<ThumbnailCache>();
        m_model = std::make_unique<GalleryModel>(m_pictures.get(), m_thumbnails.get());
        m_shown = std::make_unique<GalleryArrangement>(m_model.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_shown.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        // Jobs 1 to 6 in an order that is neither that of names nor that of probabilities.
        m_pictures->add({"/p/delta.jpg", "/p/alpha.jpg", "/q/Charlie.jpg", "/q/bravo.png",
                         "/p/foxtrot.jpg", "/p/echo.jpg"});
        finish(1, Verdict::Inconclusive, 0.5);
        finish(2, Verdict::Fake, 0.95);
        finish(3, Verdict::Real, 0.05);
        finish(4, Verdict::Fake, 0.85);
        m_pictures->setState(5, JobState::Failed);
        m_pictures->setOutcome(tests::failureOf(5, core::ErrorCode::Corrupt));
    }
    void cleanup() { m_tester.reset(); }

    void showsWhatIsAskedFor_data() {
        QTest::addColumn<FacetChoice>("choice");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("everything") << FacetChoice() << QStringList{"delta", "alpha",   "Charlie",
                                                                    "bravo", "foxtrot", "echo"};
        QTest::newRow("fake") << FacetChoice{verdictIs(Verdict::Fake)}
                              << QStringList{"alpha", "bravo"};
        QTest::newRow("either of two")
            << FacetChoice{verdictIs(Verdict::Real), verdictIs(Verdict::Inconclusive)}
            << QStringList{"delta", "Charlie"};
        QTest::newRow("both of two facets")
            << FacetChoice{verdictIs(Verdict::Fake), {Facet::Folder, 0, "/q"}}
            << QStringList{"bravo"};
        QTest::newRow("problems") << FacetChoice{stateIs(PictureState::Problem)}
                                  << QStringList{"foxtrot"};
        QTest::newRow("waiting") << FacetChoice{stateIs(PictureState::Waiting)}
                                 << QStringList{"echo"};
        QTest::newRow("an unknown camera")
            << FacetChoice{{Facet::Camera, 0, "Zeiss"}} << QStringList{};
    }
    void showsWhatIsAskedFor() {
        QFETCH(FacetChoice, choice);
        QFETCH(QStringList, names);
        m_shown->setChoice(choice);
        QCOMPARE(shown(), names);
        m_shown->setChoice(choiceFrom(toKeys(choice)));
        QCOMPARE(shown(), names);
    }

    void countsAreOfWhatTheOtherFacetsLeave() {
        m_shown->setChoice({verdictIs(Verdict::Fake)});
        const auto counts = m_shown->counts();
        QCOMPARE(counts.at(verdictIs(Verdict::Fake)), 2);
        QCOMPARE(counts.at(verdictIs(Verdict::Real)), 1); // what ticking it would add
        QCOMPARE(counts.at({Facet::Folder, 0, "/p"}), 1);
        QCOMPARE(counts.at({Facet::Folder, 0, "/q"}), 1);
        QVERIFY(!counts.contains(stateIs(PictureState::Problem)));
    }

    void orders_data() {
        QTest::addColumn<Order>("order");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("by name") << Order::Name << QStringList{"alpha", "bravo", "Charlie",
                                                               "delta", "echo",  "foxtrot"};
        QTest::newRow("most fake first")
            << Order::MostFakeFirst
            << QStringList{"alpha", "bravo", "delta", "Charlie", "foxtrot", "echo"};
        QTest::newRow("least fake first")
            << Order::LeastFakeFirst
            << QStringList{"Charlie", "delta", "bravo", "alpha", "foxtrot", "echo"};
        QTest::newRow("as added") << Order::Added << QStringList{"delta", "alpha",   "Charlie",
                                                                 "bravo", "foxtrot", "echo"};
    }
    void orders() {
        QFETCH(Order, order);
        QFETCH(QStringList, names);
        m_shown->setOrder(Order::LeastFakeFirst);
        m_shown->setOrder(order);
        QCOMPARE(shown(), names);
    }

    void numbersInNamesAreNumbers() {
        m_pictures->add({"/p/p10.jpg", "/p/p2.jpg"});
        m_shown->setOrder(Order::Name);
        QCOMPARE(shown().mid(6), (QStringList{"p2", "p10"}));
    }

    void whatTheExaminerDecidedIsFilteredAndSorted() {
        m_pictures->clear();
        m_pictures->addEntries(caseOfFour());
        m_shown->setOrder(Order::BestRatedFirst);
        QCOMPARE(shown(), (QStringList{"e3", "e1", "e2", "e4"}));
        m_shown->setOrder(Order::DisagreementFirst);
        QCOMPARE(shown().front(), QString("e2"));
        m_shown->setOrder(Order::LargestFirst);
        QCOMPARE(shown(), (QStringList{"e3", "e2", "e1", "e4"}));
        m_shown->setOrder(Order::OpenFirst);
        QCOMPARE(shown().front(), QString("e4"));
        m_shown->setOrder(Order::Added);
        m_shown->setChoice({reviewIs(ReviewState::Overruled)});
        QCOMPARE(shown(), (QStringList{"e2"}));
        m_shown->setChoice({{Facet::Tag, 0, "harbor"}});
        QCOMPARE(shown(), (QStringList{"e1", "e3"}));
        m_shown->setChoice({{Facet::Rating, 5, {}}, {Facet::Rating, 2, {}}});
        QCOMPARE(shown(), (QStringList{"e1", "e3"}));
        m_shown->setChoice({stateIs(PictureState::Annotated)});
        QCOMPARE(shown(), (QStringList{"e4"}));
        QVERIFY(!m_shown->counts().contains({Facet::Tag, 0, "harbor"}));
    }

    void camerasTimesAndKindsComeFromTheFacts() {
        m_model->setFacts({{0, facts("Leica Q2", "2024:05:01 10:00:00")},
                           {3, facts("Leica Q2", "2023:05:01 10:00:00")},
                           {4, facts("", "not a time")}});
        m_shown->setChoice({{Facet::Camera, 0, "Leica Q2"}});
        QCOMPARE(shown(), (QStringList{"delta", "bravo"}));
        m_shown->setChoice({});
        m_shown->setOrder(Order::LatestFirst);
        QCOMPARE(shown().mid(0, 2), (QStringList{"delta", "bravo"}));
        m_shown->setChoice(
            {{Facet::Manner, static_cast<int>(core::examination::Manner::Splice), {}}});
        QCOMPARE(m_shown->rowCount(), 3);
    }

    void aNewResultDoesNotMoveWhatIsShown() {
        m_shown->setOrder(Order::MostFakeFirst);
        const QStringList before = shown();
        finish(6, Verdict::Fake, 0.99);
        QCOMPARE(shown(), before);
        m_shown->arrange();
        QCOMPARE(shown().first(), QString("echo"));
    }

    void whatBeginsToMatchComesAtTheEndAndWhatEndsToStays() {
        m_shown->setChoice({verdictIs(Verdict::Fake)});
        finish(1, Verdict::Fake, 0.9);
        finish(2, Verdict::Real, 0.1);
        m_shown->admitMatchingRows();
        QCOMPARE(shown(), QStringList({"alpha", "bravo", "delta"}));
        m_shown->arrange();
        QCOMPARE(shown(), QStringList({"delta", "bravo"}));
    }

    void rowsAddedLaterAreFilteredToo() {
        m_shown->setChoice({{Facet::Folder, 0, "/q"}});
        m_pictures->add({"/q/alpine.jpg", "/p/golf.jpg"});
        QCOMPARE(shown(), QStringList({"Charlie", "bravo", "alpine"}));
        QCOMPARE(m_shown->matchingCount(), 3);
    }

    void aSearchAndAFilterGoTogether() {
        m_shown->setFound({1, 2, 3});
        m_shown->setChoice({verdictIs(Verdict::Fake)});
        QCOMPARE(shown(), QStringList({"alpha", "bravo"}));
        m_shown->setFound({});
        QCOMPARE(shown(), QStringList());
        m_shown->setEverythingFound();
        QCOMPARE(m_shown->rowCount(), 2);
    }

    void aStackIsOnePictureThatStandsForAll() {
        m_shown->setGrouping(Grouping::Folder);
        QCOMPARE(shown(), QStringList({"delta", "Charlie"}));
        QCOMPARE(m_shown->index(0, 0).data(GalleryArrangement::StackSizeRole).toInt(), 4);
        QCOMPARE(m_shown->index(1, 0).data(GalleryArrangement::StackNameRole).toString(),
                 QString("q"));
        QVERIFY(m_shown->rowsBehind(1) == (std::vector<int>{2, 3}));
        QCOMPARE(m_shown->shownRow(3), 1); // within the second stack
        QVERIFY(m_shown->matchingRows() == (std::vector<int>{0, 1, 4, 5, 2, 3}));

        m_shown->toggleStack(0);
        QCOMPARE(shown(), QStringList({"delta", "alpha", "foxtrot", "echo", "Charlie"}));
        QVERIFY(m_shown->rowsBehind(0) == std::vector<int>{0});
        QVERIFY(m_shown->rowsBehind(4) == (std::vector<int>{2, 3}));
        m_shown->toggleStack(2);
        QCOMPARE(m_shown->rowCount(), 2);
        m_shown->setAllStacksOpen(true);
        QCOMPARE(m_shown->rowCount(), 6);
        m_shown->setGrouping(Grouping::None);
        QCOMPARE(m_shown->rowCount(), 6);
    }

    void stacksFollowFilterOrderAndArrivals() {
        m_shown->setGrouping(Grouping::Folder);
        m_shown->setOrder(Order::MostFakeFirst);
        QCOMPARE(shown(), QStringList({"alpha", "bravo"}));
        m_shown->setChoice({verdictIs(Verdict::Fake)});
        QVERIFY(m_shown->rowsBehind(0) == std::vector<int>{1});
        m_shown->setChoice({});
        m_pictures->add({"/q/x.jpg", "/r/y.jpg"});
        QCOMPARE(shown(), QStringList({"alpha", "bravo", "y"})); // x is within the second
        QCOMPARE(m_shown->rowsBehind(1).size(), std::size_t{3});
    }

    void nearDuplicatesAreStacked() {
        const std::uint64_t hash = 0x0F0F33335555AAAAU;
        m_model->setFacts({{0, facts("", "", hash)},
                           {2, facts("", "", hash ^ 0x7U)},
                           {3, facts("", "", ~hash)},
                           {5, facts("", "", hash ^ 0x8000000000000000U)}});
        m_shown->setGrouping(Grouping::NearDuplicates);
        QTRY_COMPARE(shown(), QStringList({"delta", "alpha", "bravo", "foxtrot"}));
        QVERIFY(m_shown->rowsBehind(0) == (std::vector<int>{0, 2, 5}));
    }

    void aHundredThousandAreArrangedInMoments() {
        m_tester.reset(); // it looks at everything, again and again
        QStringList paths;
        for (int id = 100; id < 100'100; ++id)
            paths << QStringLiteral("/f%1/p%2.jpg").arg(id % 300).arg(id * qint64{7919} % 100'003);
        m_pictures->add(paths);
        std::vector<std::pair<int, core::cases::ExhibitFacts>> all;
        std::uint64_t hash = 1;
        for (int row = 6; row < m_model->rowCount(); ++row)
            all.emplace_back(row, facts("Camera " + std::to_string(row % 40), "",
                                        hash = hash * 6364136223846793005U + 1442695040888963407U));
        m_model->setFacts(all);
        timed("by name", [&] { m_shown->setOrder(Order::Name); });
        timed("by probability", [&] { m_shown->setOrder(Order::MostFakeFirst); });
        timed("by folder", [&] { m_shown->setGrouping(Grouping::Folder); });
        timed("near duplicates", [&] { m_shown->setGrouping(Grouping::NearDuplicates); });
        timed("counts", [&] { static_cast<void>(m_shown->counts()); });
        timed("a camera", [&] { m_shown->setChoice({{Facet::Camera, 0, "Camera 7"}}); });
        QCOMPARE(m_shown->matchingCount(), 2500);
    }

  private:
    static core::cases::ExhibitFacts facts(const std::string& camera, const std::string& time,
                                           std::optional<std::uint64_t> hash = {}) {
        core::cases::ExhibitFacts facts;
        facts.camera = camera;
        facts.capturedAt = time;
        facts.perceptualHash = hash;
        facts.manner = core::examination::Manner::Splice;
        return facts;
    }
    static std::vector<CaseEntry> caseOfFour() {
        std::vector<CaseEntry> entries(4);
        for (int i = 0; i < 4; ++i) {
            CaseEntry& entry = entries[static_cast<std::size_t>(i)];
            entry.number = i + 1;
            entry.receivedPath = entry.file = "/c/e" + std::to_string(i + 1) + ".jpg";
            entry.state = core::cases::ExhibitState::Examined;
            entry.verdict = Verdict::Fake;
        }
        entries[1].bytes = 3000;
        entries[2].bytes = 70'000;
        entries[0].marks.rating = 2;
        entries[0].marks.tags = {"harbor"};
        entries[1].marks.conclusion = core::cases::Conclusion{Verdict::Real, 0, ""};
        entries[2].marks.rating = 5;
        entries[2].marks.tags = {"harbor", "night"};
        entries[3].marks.annotations.resize(1);
        return entries;
    }
    static void timed(const char* what, const std::function<void()>& run) {
        QElapsedTimer timer;
        timer.start();
        run();
        qInfo("100000 pictures, %s: %lld ms", what, static_cast<long long>(timer.elapsed()));
    }
    void finish(JobId id, Verdict verdict, double pFake) {
        m_pictures->setState(id, JobState::Done);
        m_pictures->setOutcome(tests::outcomeOf(id, verdict, pFake));
    }
    /// Names without their endings.
    QStringList shown() const {
        QStringList names;
        for (int row = 0; row < m_shown->rowCount(); ++row)
            names << m_shown->index(row, 0).data().toString().section('.', 0, 0);
        return names;
    }

    std::unique_ptr<core::workspace::PictureList> m_pictures;
    std::unique_ptr<ThumbnailCache> m_thumbnails;
    std::unique_ptr<GalleryModel> m_model;
    std::unique_ptr<GalleryArrangement> m_shown;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(GalleryArrangementTest)
#include "gallery_arrangement_test.moc"
