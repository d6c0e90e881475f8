// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"
#include "tests/support/gallery_rows.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/gallery_panel.h"
#include "ui/gallery/saved_views.h"
#include "ui/gallery/thumbnail_cache.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using core::examination::Verdict;
using core::inference::JobId;
using core::inference::JobState;
using ui::gallery::GalleryModel;
using ui::gallery::GalleryPanel;
using ui::gallery::ThumbnailCache;

namespace {

/// Counts how often a view asks for pixels.
class CountingModel : public GalleryModel {
  public:
    using GalleryModel::GalleryModel;
    QVariant data(const QModelIndex& index, int role) const override {
        if (role == Qt::DecorationRole)
            ++thumbnailsAsked;
        ++asked;
        return GalleryModel::data(index, role);
    }
    mutable int asked = 0;
    mutable int thumbnailsAsked = 0;
};

} // namespace

class GalleryPanelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_pictures = std::make_unique<core::workspace::PictureList>();
        m_thumbnails = std::make_unique<ThumbnailCache>();
        m_model = std::make_unique<CountingModel>(m_pictures.get(), m_thumbnails.get());
        m_panel = std::make_unique<GalleryPanel>(m_model.get());
        m_panel->resize(320, 600);
    }

    void cleanup() {
        m_panel.reset();
        m_model.reset();
    }

    void thumbnailsGrowAndTheCurrentOneStaysInSight() {
        addRows(200);
        m_panel->select(100);
        QSignalSpy changed(m_panel.get(), &GalleryPanel::thumbnailSideChanged);
        auto* view = part<QListView>("galleryView");
        const int before = view->gridSize().width();
        m_panel->changeThumbnails(1);
        QVERIFY(view->gridSize().width() > before);
        QCOMPARE(changed.last()[0].toInt(), view->gridSize().width());
        m_panel->changeThumbnails(-100);
        m_panel->changeThumbnails(100);
        QCOMPARE(view->gridSize().width(), core::settings::kLargestThumbnail);
    }

    void stepsThroughWhatIsShownAndStopsAtTheEnds() {
        addRows(4);
        m_panel->select(0);
        m_panel->step(-1, GalleryPanel::Among::All);
        QCOMPARE(m_panel->currentRow(), 0);
        m_panel->step(1, GalleryPanel::Among::All);
        QCOMPARE(m_panel->currentRow(), 1);
        m_panel->select(3);
        m_panel->step(1, GalleryPanel::Among::All);
        QCOMPARE(m_panel->currentRow(), 3);
    }

    void goesToAPlace() {
        addRows(5);
        m_panel->goTo(4);
        QCOMPARE(m_panel->currentRow(), 3);
        QCOMPARE(m_panel->currentPlace(), 4);
        m_panel->goTo(99);
        QCOMPARE(m_panel->currentPlace(), 4);
        m_panel->goTo(m_panel->shownCount());
        QCOMPARE(m_panel->currentPlace(), 5);
    }

    void stepsOverWhatWasSeen() {
        addRows(5);
        for (const int row : {1, 2}) {
            m_pictures->setOutcome(
                tests::outcomeOf(static_cast<JobId>(row + 1), Verdict::Real, 0.1));
            m_pictures->markReviewed(row);
        }
        m_panel->select(0);
        m_panel->step(1, GalleryPanel::Among::Unreviewed);
        QCOMPARE(m_panel->currentRow(), 3);
        m_panel->step(-1, GalleryPanel::Among::Unreviewed);
        QCOMPARE(m_panel->currentRow(), 0);
    }

    void tellsWhichPictureBecameCurrent() {
        addRows(3);
        QSignalSpy current(m_panel.get(), &GalleryPanel::currentRowChanged);
        m_panel->select(2);
        QCOMPARE(current.count(), 1);
        QCOMPARE(current.first().first().toInt(), 2);
    }

    void searchAndCountsGoTogether() {
        addRows(12);
        QTest::keyClicks(part<QLineEdit>("gallerySearch"), "p1");
        QTRY_VERIFY(part<QLabel>("galleryCounts")->text().contains("4 of 12"));
        part<QLineEdit>("gallerySearch")->clear();
        QTRY_VERIFY(part<QLabel>("galleryCounts")->text().contains("12 of 12"));
    }

    void resultsJoinTheChosenFilterAsTheyCome() {
        addRows(3);
        m_panel->setViewState({{}, {"verdict:1"}, 0, 0});
        auto* shown = part<QListView>("galleryView")->model();
        QCOMPARE(shown->rowCount(), 0);
        m_pictures->setState(2, JobState::Done);
        m_pictures->setOutcome(tests::outcomeOf(2, Verdict::Fake, 0.9));
        QTRY_COMPARE(shown->rowCount(), 1);
        QVERIFY(part<QLabel>("galleryCounts")->text().contains("1 of 3"));
    }

    void aFilterIsTickedShownAsAChipAndTakenAwayThere() {
        addRows(3);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_pictures->setOutcome(tests::outcomeOf(2, Verdict::Fake, 0.9));
        m_pictures->setOutcome(tests::outcomeOf(3, Verdict::Real, 0.1));
        part<QToolButton>("galleryFilter")->click();
        auto* tree = part<QTreeWidget>("filterTree");
        QVERIFY(tree->isVisible());
        const auto fakes = tree->findItems("Fake", Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(fakes.size(), 1);
        QCOMPARE(fakes[0]->text(1), QString("1"));
        tree->setCurrentItem(fakes[0]);
        QTest::keyClick(tree, Qt::Key_Space);
        auto* shown = part<QListView>("galleryView")->model();
        QCOMPARE(shown->rowCount(), 1);
        QTest::keyClick(tree, Qt::Key_Escape);
        auto* chip = part<QToolButton>("chip_verdict:1");
        QVERIFY(chip != nullptr && chip->isVisible() && !chip->accessibleName().isEmpty());
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(shown->rowCount(), 3);
        QVERIFY(part<QWidget>("filterChips")->isHidden());
    }

    void aFilterIsSavedUnderANameAndComesBack() {
        addRows(12);
        QSignalSpy saved(m_panel.get(), &GalleryPanel::savedViewsChanged);
        m_panel->setViewState({"p1", {"state:0"}, 1, 0});
        part<ui::gallery::SavedViews>("savedViews")->keep(" ones & twos ");
        QCOMPARE(saved.count(), 1);
        m_panel->setViewState({});
        QVERIFY(m_panel->viewState() == ui::gallery::GalleryViewState());
        auto* menu = part<QMenu>("savedViewsMenu");
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), QString("ones && twos"));
        menu->actions().first()->trigger();
        QVERIFY((m_panel->viewState() == ui::gallery::GalleryViewState{"p1", {"state:0"}, 1, 0}));
        // A window that is opened later is told what was kept.
        GalleryPanel later(m_model.get());
        later.setSavedViews(saved[0][0].value<QMap<QString, QString>>());
        auto* laterMenu = later.findChild<QMenu*>("savedViewsMenu");
        Q_EMIT laterMenu->aboutToShow();
        laterMenu->actions().first()->trigger();
        QCOMPARE(later.viewState().search, QString("p1"));
        // And it can be forgotten.
        QMenu* remove = laterMenu->actions().last()->menu();
        remove->actions().first()->trigger();
        Q_EMIT laterMenu->aboutToShow();
        QVERIFY(!laterMenu->actions().last()->menu()->isEnabled());
    }

    void thePictureStaysWhileEverythingMoves() {
        addRows(50);
        m_panel->select(30);
        QSignalSpy current(m_panel.get(), &GalleryPanel::currentRowChanged);
        auto* order = part<QComboBox>("galleryOrder");
        order->setCurrentIndex(order->findText("By name"));
        QCOMPARE(m_panel->currentRow(), 30);
        QVERIFY(m_panel->selectedRows() == std::vector<int>{30});
        m_panel->setViewState({"p3", {}, 0, 0});
        QTRY_COMPARE(part<QListView>("galleryView")->model()->rowCount(), 11);
        QCOMPARE(m_panel->currentRow(), 30);
        QCOMPARE(current.count(), 0);
        m_panel->setViewState({"p44", {}, 0, 0}); // it is no longer shown
        QTRY_COMPARE(m_panel->currentRow(), 43);
    }

    void aClosedStackIsSelectedWhole() {
        addRows(4);
        m_panel->setViewState({{}, {}, 0, 1});
        QCOMPARE(part<QListView>("galleryView")->model()->rowCount(), 1);
        m_panel->select(2);
        QCOMPARE(m_panel->selectedRows().size(), std::size_t{4});
        m_panel->toggleStack();
        QCOMPARE(part<QListView>("galleryView")->model()->rowCount(), 4);
        QCOMPARE(m_panel->selectedRows().size(), std::size_t{1});
        m_panel->toggleAllStacks();
        QCOMPARE(m_panel->selectedRows().size(), std::size_t{4});
    }

    void exportsTheSelectionOrAllThatIsShown() {
        addRows(4);
        m_panel->select(1);
        QCOMPARE(m_panel->rowsForExport(), (std::vector<int>{0, 1, 2, 3}));
        auto* view = part<QListView>("galleryView");
        view->selectionModel()->select(view->model()->index(3, 0), QItemSelectionModel::Select);
        QCOMPARE(m_panel->rowsForExport(), (std::vector<int>{1, 3}));
    }

    void aHundredThousandRowsAskOnlyForWhatIsVisible() {
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        addRows(100'000);
        auto* view = part<QListView>("galleryView");
        QTRY_VERIFY(m_model->thumbnailsAsked > 0);
        view->scrollToBottom();
        view->grab();
        QVERIFY2(m_model->thumbnailsAsked < 2000,
                 qPrintable(QString::number(m_model->thumbnailsAsked)));
        m_model->asked = 0;
        m_pictures->setProgress({1, "decode", 0.5});
        QCoreApplication::processEvents();
        QVERIFY2(m_model->asked < 2000, qPrintable(QString::number(m_model->asked)));
    }

    void everyControlHasANameForScreenReaders() {
        for (const char* name : {"gallerySearch", "galleryFilter", "galleryOrder",
                                 "galleryGrouping", "galleryView", "filterTree"})
            QVERIFY2(!part<QWidget>(name)->accessibleName().isEmpty(), name);
    }

  private:
    void addRows(int count) {
        QStringList paths;
        for (int i = 1; i <= count; ++i)
            paths << QStringLiteral("/pictures/p%1.jpg").arg(i);
        m_pictures->add(paths);
    }

    template <typename T> T* part(const char* name) const {
        return m_panel->findChild<T*>(QString::fromLatin1(name));
    }

    std::unique_ptr<core::workspace::PictureList> m_pictures;
    std::unique_ptr<ThumbnailCache> m_thumbnails;
    std::unique_ptr<CountingModel> m_model;
    std::unique_ptr<GalleryPanel> m_panel;
};

QTEST_MAIN(GalleryPanelTest)
#include "gallery_panel_test.moc"
