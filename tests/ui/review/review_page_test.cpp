// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_maker.h"
#include "tests/support/sample_examination.h"
#include "ui/review/review_page.h"
#include "ui/viewer/image_view.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using core::inference::JobState;
using ui::review::PictureState;
using ui::review::ReviewPage;

class ReviewPageTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;
    std::unique_ptr<ReviewPage> m_page;

    template <typename Part> [[nodiscard]] Part* part(const char* name) const {
        return m_page->findChild<Part*>(name);
    }
    [[nodiscard]] QListView* list() const { return part<QListView>("clueList"); }
    [[nodiscard]] ui::viewer::ImageView* view() const { return m_page->imageView(); }

    QString picture(const std::string& name) {
        return QString::fromStdString(
            tests::writeFile(m_folder, name, tests::pngBytes(tests::slope(400, 200))).string());
    }

    [[nodiscard]] PictureState done(const QString& path) const {
        PictureState state;
        state.path = path;
        state.jobState = JobState::Done;
        state.examination = tests::sampleExamination();
        return state;
    }

    void show(const PictureState& state) {
        m_page->showPicture(state);
        QTRY_VERIFY(view()->hasPicture());
    }

    void trigger(const char* name) { part<QAction>(name)->trigger(); }

  private Q_SLOTS:
    void init() {
        m_page = std::make_unique<ReviewPage>();
        m_page->resize(1100, 700);
        m_page->addActions(m_page->viewActions());
        m_page->clear();
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup() { m_page.reset(); }

    void pointingAtAClueLightsItsRegion() {
        show(done(picture("a.png")));
        const auto* model = list()->model();
        const QPoint second = list()->visualRect(model->index(1, 0)).center();
        QElapsedTimer timer;
        timer.start();
        QTest::mouseMove(list()->viewport(), second);
        QTRY_COMPARE_WITH_TIMEOUT(view()->highlightedClue(), 1, 1000);
        const qint64 linked = timer.restart();
        view()->repaint();
        qInfo("pointing to highlight: %lld ms, painting it: %lld ms", linked, timer.elapsed());
    }

    void clickingARegionSelectsItsClue() {
        show(done(picture("b.png")));
        part<QTabWidget>("reviewTabs")->setCurrentIndex(3);
        QSignalSpy selected(m_page.get(), &ReviewPage::selectedClueChanged);
        const QPoint place = view()->transform().toView(QPointF(70, 50)).toPoint();
        QTest::mouseClick(view(), Qt::LeftButton, {}, place);
        QCOMPARE(list()->currentIndex().row(), 1);
        QCOMPARE(selected.last().first().toInt(), 1);
        QCOMPARE(part<QTabWidget>("reviewTabs")->currentIndex(), 0);
        QTest::mouseClick(view(), Qt::LeftButton, {}, place);
        QCOMPARE(list()->currentIndex().row(), 0);
        const QPoint beside = view()->transform().toView(QPointF(250, 30)).toPoint();
        QTest::mouseClick(view(), Qt::LeftButton, {}, beside);
        QCOMPARE(list()->currentIndex().row(), -1);
        QCOMPARE(selected.last().first().toInt(), -1);
    }

    void keysStepThroughTheClues() {
        show(done(picture("c.png")));
        trigger("nextClue");
        QCOMPARE(list()->currentIndex().row(), 0);
        QCOMPARE(part<QLabel>("layerName")->text(), QString("Map of clue 1"));
        trigger("nextClue");
        QCOMPARE(list()->currentIndex().row(), 1);
        QCOMPARE(part<QLabel>("layerName")->text(), QString("Overall map"));
        trigger("previousClue");
        QCOMPARE(list()->currentIndex().row(), 0);
    }

    void layersCycle() {
        show(done(picture("d.png")));
        QStringList names;
        for (int i = 0; i < 4; ++i) {
            names << part<QLabel>("layerName")->text();
            trigger("nextLayer");
        }
        QCOMPARE(names,
                 QStringList({"Overall map", "Noise level", "Map of clue 1", "Overall map"}));
        trigger("previousLayer");
        QCOMPARE(part<QLabel>("layerName")->text(), QString("Overall map"));
    }

    void theKeyHPeeksFromTheClueListToo() {
        show(done(picture("e.png")));
        if (!QTest::qWaitForWindowActive(m_page.get()))
            QSKIP("this screen gives no window the keyboard");
        list()->setFocus();
        QTest::keyPress(list(), Qt::Key_H);
        QVERIFY(view()->isPeeking());
        QTest::keyRelease(list(), Qt::Key_H);
        if (view()->isPeeking()) // quick enough to be a tap
            QTest::keyClick(list(), Qt::Key_H);
        QVERIFY(!view()->isPeeking());
    }

    void regionsWaitForTheirOwnPicture() {
        show(done(picture("f.png")));
        QVERIFY(!view()->accessibleDescription().isEmpty());
        m_page->showPicture(done(picture("g.png")));
        // The picture before is still seen, and nothing of the new one lies over it.
        QVERIFY(view()->hasPicture());
        QVERIFY(view()->accessibleDescription().isEmpty());
        QTRY_VERIFY(!view()->accessibleDescription().isEmpty());
    }

    void aResultThatComesLaterIsShown() {
        PictureState state;
        state.path = picture("h.png");
        state.jobState = JobState::Running;
        state.stage = "decode";
        state.fraction = 0.4;
        show(state);
        QVERIFY(part<QProgressBar>("pictureProgress")->isVisible());
        QCOMPARE(part<QProgressBar>("pictureProgress")->value(), 40);
        QVERIFY(part<QLabel>("stateText")->text().contains("Decoding"));
        m_page->updateProgress("noise_residual", 0.7);
        QCOMPARE(part<QProgressBar>("pictureProgress")->value(), 70);
        QVERIFY(!list()->isVisible());
        m_page->showPicture(done(state.path));
        QVERIFY(!part<QProgressBar>("pictureProgress")->isVisible());
        QVERIFY(list()->isVisible());
        QVERIFY(!view()->accessibleDescription().isEmpty());
    }

    void aFailureSaysWhatToDoAndCanBeRetried() {
        PictureState state;
        state.path = m_folder.filePath("missing.jpg");
        state.jobState = JobState::Failed;
        state.error = core::Error{core::ErrorCode::FileNotFound, "There is no file missing.jpg."};
        m_page->showPicture(state);
        auto* retry = part<QPushButton>("retryButton");
        QVERIFY(retry->isVisible());
        QVERIFY(part<QLabel>("stateText")->text().contains("There is no file missing.jpg."));
        QSignalSpy requested(m_page.get(), &ReviewPage::retryRequested);
        QTest::mouseClick(retry, Qt::LeftButton);
        QCOMPARE(requested.size(), 1);
    }

    void opacityFollowsSliderAndWheel() {
        show(done(picture("i.png")));
        auto* slider = part<QSlider>("heatOpacity");
        QCOMPARE(slider->value(), 45);
        slider->setValue(80);
        QCOMPARE(view()->heatOpacity(), 0.8);
        view()->setHeatOpacity(0.3);
        QCOMPARE(slider->value(), 30);
    }

    void clearingForgetsEverything() {
        m_page->showPicture(done(picture("j.png")));
        m_page->clear();
        QVERIFY(!view()->hasPicture());
        QVERIFY(!list()->isVisible());
        QVERIFY(part<QLabel>("cursorInfo")->text().isEmpty());
    }

    void everyControlHasAName() {
        show(done(picture("k.png")));
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isEnabled())
                continue;
            if (widget->objectName().startsWith("qt_") || widget->inherits("QTabBar") ||
                widget->inherits("QTabWidget") || widget->inherits("QAbstractButton") ||
                widget->inherits("QHeaderView") || widget->inherits("QScrollBar"))
                continue;
            const QString name = widget->accessibleName() + widget->property("text").toString();
            QVERIFY2(!name.isEmpty(),
                     qPrintable(widget->objectName() + " " + widget->metaObject()->className()));
        }
    }
};

QTEST_MAIN(ReviewPageTest)
#include "review_page_test.moc"
