// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gallery_rows.h"
#include "ui/gallery/gallery_filter.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/thumbnail_cache.h"

#include <QAbstractItemModelTester>
#include <QTest>

using core::examination::Verdict;
using core::inference::JobState;
using ui::gallery::GalleryFilter;
using ui::gallery::GalleryModel;
using ui::gallery::ThumbnailCache;

Q_DECLARE_METATYPE(ui::gallery::GalleryFilter::Show)
Q_DECLARE_METATYPE(ui::gallery::GalleryFilter::Order)

class GalleryFilterTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_thumbnails = std::make_unique<ThumbnailCache>();
        m_model = std::make_unique<GalleryModel>(m_thumbnails.get());
        m_filter = std::make_unique<GalleryFilter>();
        m_filter->setSourceModel(m_model.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        // Jobs 1 to 6 in an order that is neither that of names nor that of probabilities.
        m_model->add({1, 2, 3, 4, 5, 6}, {"/p/delta.jpg", "/p/alpha.jpg", "/p/Charlie.jpg",
                                          "/p/bravo.png", "/p/foxtrot.jpg", "/p/echo.jpg"});
        finish(1, Verdict::Inconclusive, 0.5);
        finish(2, Verdict::Fake, 0.95);
        finish(3, Verdict::Real, 0.05);
        finish(4, Verdict::Fake, 0.85);
        m_model->setState(5, JobState::Failed);
        m_model->setOutcome(tests::failureOf(5, core::ErrorCode::Corrupt));
    }

    void cleanup() { m_tester.reset(); }

    void showsWhatIsAskedFor_data() {
        using Show = GalleryFilter::Show;
        QTest::addColumn<Show>("show");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("everything")
            << Show::Everything << QStringList{"delta.jpg", "alpha.jpg",   "Charlie.jpg",
                                               "bravo.png", "foxtrot.jpg", "echo.jpg"};
        QTest::newRow("fake") << Show::Fake << QStringList{"alpha.jpg", "bravo.png"};
        QTest::newRow("inconclusive") << Show::Inconclusive << QStringList{"delta.jpg"};
        QTest::newRow("photograph") << Show::Photograph << QStringList{"Charlie.jpg"};
        QTest::newRow("problems") << Show::Problems << QStringList{"foxtrot.jpg"};
    }

    void showsWhatIsAskedFor() {
        QFETCH(GalleryFilter::Show, show);
        QFETCH(QStringList, names);
        m_filter->setShow(show);
        QCOMPARE(shown(), names);
    }

    void orders_data() {
        using Order = GalleryFilter::Order;
        QTest::addColumn<Order>("order");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("by name") << Order::Name
                                 << QStringList{"alpha.jpg", "bravo.png", "Charlie.jpg",
                                                "delta.jpg", "echo.jpg",  "foxtrot.jpg"};
        QTest::newRow("most fake first")
            << Order::MostFakeFirst
            << QStringList{"alpha.jpg", "bravo.png", "delta.jpg", "Charlie.jpg"};
        QTest::newRow("least fake first")
            << Order::LeastFakeFirst
            << QStringList{"Charlie.jpg", "delta.jpg", "bravo.png", "alpha.jpg"};
        QTest::newRow("as added") << Order::Added
                                  << QStringList{"delta.jpg", "alpha.jpg", "Charlie.jpg"};
    }

    void orders() {
        QFETCH(GalleryFilter::Order, order);
        QFETCH(QStringList, names);
        // The names differ in case: a comparison by bytes would put Charlie first.
        QLocale::setDefault(QLocale("en_US"));
        m_filter->setOrder(GalleryFilter::Order::LeastFakeFirst);
        m_filter->setOrder(order);
        if (order == GalleryFilter::Order::Name) {
            QStringList sorted = names;
            std::ranges::sort(sorted, [](const QString& a, const QString& b) {
                return QString::localeAwareCompare(a, b) < 0;
            });
            QCOMPARE(shown(), sorted); // the system's collation decides about case
            return;
        }
        QCOMPARE(shown().mid(0, names.size()), names);
    }

    void searchesNamesWithoutCaseAndTogetherWithTheVerdict() {
        m_filter->setFilterFixedString("CHAR");
        QCOMPARE(shown(), QStringList{"Charlie.jpg"});
        m_filter->setFilterFixedString(".png");
        m_filter->setShow(GalleryFilter::Show::Fake);
        QCOMPARE(shown(), QStringList{"bravo.png"});
        m_filter->setFilterFixedString("[");
        QCOMPARE(shown(), QStringList{});
    }

    void aNewResultDoesNotMoveWhatIsShown() {
        m_filter->setOrder(GalleryFilter::Order::MostFakeFirst);
        const QStringList before = shown();
        finish(6, Verdict::Fake, 0.99);
        QCOMPARE(shown(), before);
        m_filter->setOrder(GalleryFilter::Order::MostFakeFirst);
        QCOMPARE(shown().first(), QString("echo.jpg"));
    }

    void aNewResultIsAdmittedToItsFilter() {
        m_filter->setShow(GalleryFilter::Show::Fake);
        finish(6, Verdict::Fake, 0.99);
        m_filter->admitMatchingRows();
        QCOMPARE(shown(), QStringList({"alpha.jpg", "bravo.png", "echo.jpg"}));
    }

    void admittingKeepsRowsThatNoLongerMatch() {
        m_filter->setShow(GalleryFilter::Show::Unreviewed);
        const int all = m_filter->rowCount();
        m_model->markReviewed(1);
        m_filter->admitMatchingRows();
        QCOMPARE(m_filter->rowCount(), all);
        m_filter->setShow(GalleryFilter::Show::Unreviewed);
        QCOMPARE(m_filter->rowCount(), all - 1);
    }

    void rowsAddedLaterAreFilteredToo() {
        m_filter->setFilterFixedString("alp");
        m_model->add({7, 8}, {"/p/alpine.jpg", "/p/golf.jpg"});
        QCOMPARE(shown(), QStringList({"alpha.jpg", "alpine.jpg"}));
    }

  private:
    void finish(core::inference::JobId id, Verdict verdict, double pFake) {
        m_model->setState(id, JobState::Done);
        m_model->setOutcome(tests::outcomeOf(id, verdict, pFake));
    }

    QStringList shown() const {
        QStringList names;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            names << m_filter->index(row, 0).data().toString();
        return names;
    }

    std::unique_ptr<ThumbnailCache> m_thumbnails;
    std::unique_ptr<GalleryModel> m_model;
    std::unique_ptr<GalleryFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(GalleryFilterTest)
#include "gallery_filter_test.moc"
