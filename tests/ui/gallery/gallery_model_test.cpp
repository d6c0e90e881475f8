// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gallery_rows.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/thumbnail_cache.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using core::examination::Verdict;
using core::inference::JobState;
using core::workspace::PictureId;
using core::workspace::PictureList;
using ui::gallery::GalleryModel;
using ui::gallery::ThumbnailCache;

class GalleryModelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_model.reset();
        m_pictures = std::make_unique<PictureList>();
        m_thumbnails = std::make_unique<ThumbnailCache>();
        m_model = std::make_unique<GalleryModel>(m_pictures.get(), m_thumbnails.get());
    }

    void keepsTheRulesOfModelsWhileItGrowsAndChanges() {
        const QAbstractItemModelTester tester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        addRows(5);
        m_pictures->setState(2, JobState::Running);
        m_pictures->setProgress({2, "decode", 0.5});
        m_pictures->setState(2, JobState::Done);
        m_pictures->setOutcome(tests::outcomeOf(2, Verdict::Fake, 0.9));
        addRows(3);
        m_pictures->setState(7, JobState::Failed);
        m_pictures->setOutcome(tests::failureOf(7, core::ErrorCode::Truncated));
        m_pictures->markReviewed(1);
        QCOMPARE(m_model->rowCount(), 8);
    }

    void aBatchIsOneInsertion() {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        addRows(2000);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 0);
        QCOMPARE(inserted.first().at(2).toInt(), 1999);
    }

    void aResultChangesOneRowAndNamesItsRoles() {
        addRows(3);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_pictures->setOutcome(tests::outcomeOf(2, Verdict::Real, 0.1));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
        const auto roles = changed.first().at(2).value<QList<int>>();
        QVERIFY(roles.contains(GalleryModel::VerdictRole));
        QVERIFY(!roles.contains(Qt::DecorationRole));
        QCOMPARE(role(1, GalleryModel::VerdictRole).toInt(), static_cast<int>(Verdict::Real));
        QCOMPARE(role(1, GalleryModel::ProbabilityRole).toDouble(), 0.1);
        QVERIFY(!role(0, GalleryModel::VerdictRole).isValid());
    }

    void anAnswerForAnUnknownJobChangesNothing() {
        addRows(1);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_pictures->setOutcome(tests::outcomeOf(99, Verdict::Fake, 1));
        m_pictures->setState(99, JobState::Running);
        m_pictures->setProgress({99, "decode", 0.5});
        QCOMPARE(changed.count(), 0);
    }

    void examiningAgainForgetsTheResultAndThatItWasSeen() {
        addRows(1);
        m_pictures->setOutcome(tests::outcomeOf(1, Verdict::Fake, 0.9));
        m_pictures->markReviewed(0);
        QCOMPARE(m_model->reviewedCount(), 1);
        m_pictures->setState(1, JobState::Waiting);
        QVERIFY(!role(0, GalleryModel::VerdictRole).isValid());
        QVERIFY(!role(0, GalleryModel::ReviewedRole).toBool());
        QCOMPARE(m_model->reviewedCount(), 0);
    }

    void aPictureWithoutAResultDoesNotCountAsSeen() {
        addRows(1);
        m_pictures->markReviewed(0);
        QCOMPARE(m_model->reviewedCount(), 0);
    }

    void aRowIsThePicturesIndex() {
        addRows(3);
        QCOMPARE(m_model->idOf(1), PictureId{2});
        QCOMPARE(m_model->rowOf(2), 1);
        QCOMPARE(m_model->rowOf(5), -1);
    }

    void aModelThatComesLateShowsWhatIsThere() {
        addRows(3);
        const GalleryModel late(m_pictures.get(), m_thumbnails.get());
        QCOMPARE(late.rowCount(), 3);
        QCOMPARE(late.nameOf(late.traits(2).folder), QString("/pictures"));
    }

    void forgetsAllRows() {
        addRows(3);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_pictures->clear();
        QCOMPARE(reset.count(), 1);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void tellsTheVerdictToScreenReaders() {
        addRows(1);
        m_pictures->setOutcome(tests::outcomeOf(1, Verdict::Fake, 0.93));
        const QString text = role(0, Qt::AccessibleTextRole).toString();
        QVERIFY2(text.contains("1.jpg"), qPrintable(text));
        QVERIFY2(text.contains("93"), qPrintable(text));
    }

  private:
    void addRows(int count) {
        QStringList paths;
        for (int i = 0; i < count; ++i)
            paths << QStringLiteral("/pictures/%1.jpg").arg(m_pictures->count() + i + 1);
        m_pictures->add(paths);
    }

    QVariant role(int row, int role) const { return m_model->index(row).data(role); }

    std::unique_ptr<PictureList> m_pictures;
    std::unique_ptr<ThumbnailCache> m_thumbnails;
    std::unique_ptr<GalleryModel> m_model;
};

QTEST_MAIN(GalleryModelTest)
#include "gallery_model_test.moc"
