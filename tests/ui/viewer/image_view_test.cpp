// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_examination.h"
#include "ui/viewer/image_view.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using ui::viewer::ImageView;
using ui::viewer::ViewTransform;

/// Real mouse events on the picture of tests::sampleExamination().
class ImageViewTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<ImageView> m_view;

    static QImage gray(int width = 400, int height = 200) {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(QColor(100, 120, 140));
        return image;
    }

    /// Where the view shows a place of the picture.
    [[nodiscard]] QPoint at(double x, double y) const {
        return m_view->transform().toView(QPointF(x, y)).toPoint();
    }

    void wheel(QPoint at, int angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWheelEvent event(at, m_view->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    }

    /// Through the window: moving the screen's own pointer waits on the window system, and a
    /// pointer that is there already does not move.
    void point(QPoint at) { QTest::mouseMove(m_view->windowHandle(), at); }

    [[nodiscard]] QImage shown() const { return m_view->grab().toImage(); }

  private Q_SLOTS:
    void init() {
        m_view = std::make_unique<ImageView>();
        m_view->resize(800, 600);
        m_view->setPicture(gray());
        m_view->setExamination(tests::sampleExamination());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void theViewIsTurnedAndTheFindingsWithIt() {
        m_view->rotate(1);
        QVERIFY(at(0, 200).y() < at(400, 200).y());
        QSignalSpy clicked(m_view.get(), &ImageView::clueClicked);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(70, 50));
        QCOMPARE(clicked.last().first().toInt(), 1);
        m_view->mirror();
        QVERIFY(at(0, 0).x() < at(0, 200).x());
        m_view->rotate(-1);
        m_view->mirror();
        // Mirrored before and after a turn: twice the turn is left.
        QCOMPARE(m_view->transform().orientation().isMirrored, false);
        m_view->setPicture(gray(300, 200));
        QCOMPARE(m_view->transform().orientation(), ui::viewer::Orientation());
    }

    void theSplitLineShowsTheOriginalAtItsLeft() {
        m_view->setRegionsVisible(false);
        const QImage with = shown();
        m_view->setPeeking(true);
        const QImage bare = shown();
        m_view->setPeeking(false);
        QVERIFY(with != bare);
        m_view->setSplitVisible(true);
        const QPoint right(700, at(390, 190).y());
        const QPoint left(30, at(30, 60).y());
        QCOMPARE(shown().pixel(left), bare.pixel(left));
        QCOMPARE(shown().pixel(right), with.pixel(right));
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {400, 300});
        QMouseEvent drag(QEvent::MouseMove, QPointF(780, 300),
                         m_view->mapToGlobal(QPointF(780, 300)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(m_view.get(), &drag);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {780, 300});
        QVERIFY(m_view->split().share() > 0.95);
        QCOMPARE(shown().pixel(right), bare.pixel(right));
    }

    void weakSignalsAreDrawnOnDemandOnly() {
        m_view->setRegionsVisible(false);
        auto examination = tests::sampleExamination();
        for (core::examination::Clue& clue : examination->clues)
            clue.direction = core::examination::Direction::Neutral;
        m_view->setExamination(examination);
        m_view->setPeeking(true);
        const QImage bare = shown();
        m_view->setPeeking(false);
        QVERIFY(shown() == bare); // no clue points anywhere, so nothing glows
        QVERIFY(!m_view->overlay().hasStatedPart());
        m_view->setWeakVisible(true);
        const QImage flame = shown();
        QVERIFY(flame != bare);
        m_view->setScale(core::report::ColorScale::Gray);
        QVERIFY(shown() != flame);
    }

    void nothingIsOutlinedAroundNearlyTheWholePicture() {
        auto examination = tests::sampleExamination();
        examination->clues[0].regions = {{{2, 2, 394, 196}, {}, 0.9}};
        m_view->setExamination(examination);
        QSignalSpy clicked(m_view.get(), &ImageView::clueClicked);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(250, 30));
        QCOMPARE(clicked.last().first().toInt(), -1);
    }

    void hoveringAnnouncesTheSmallestRegion() {
        QSignalSpy hovered(m_view.get(), &ImageView::clueHovered);
        point(at(30, 30));
        QTRY_COMPARE(m_view->highlightedClue(), 0);
        point(at(70, 50));
        QTRY_COMPARE(m_view->highlightedClue(), 1);
        point(at(250, 30));
        QTRY_COMPARE(m_view->highlightedClue(), -1);
        QCOMPARE(hovered.last().first().toInt(), -1);
    }

    void regionsWithoutSupportAreDrawnOnlyWhileTheirClueIsLit() {
        using core::examination::RegionStatus;
        auto examination = tests::sampleExamination();
        core::examination::Clue& clue = examination->clues[2];
        clue.grounding.emplace();
        const auto drawn = [&](RegionStatus status, int lit) {
            clue.grounding->status = status;
            m_view->setExamination(std::make_shared<core::examination::Examination>(*examination));
            m_view->setHighlightedClue(lit);
            return shown();
        };
        auto without = tests::sampleExamination();
        without->clues[2].regions.clear();
        m_view->setExamination(without);
        const QImage bare = shown();
        QCOMPARE(drawn(RegionStatus::NotTied, -1), bare);
        QCOMPARE(drawn(RegionStatus::Contradicted, -1), bare);
        QVERIFY(drawn(RegionStatus::Unchecked, -1) != bare);
        QVERIFY(drawn(RegionStatus::Supported, -1) != drawn(RegionStatus::Unchecked, -1));
        QVERIFY(drawn(RegionStatus::NotTied, 2) != drawn(RegionStatus::NotTied, 0));
        drawn(RegionStatus::NotTied, -1);
        point(at(380, 180));
        QTRY_COMPARE(m_view->highlightedClue(), -1);
    }

    void highlightingIsQuick() {
        auto examination = tests::sampleExamination();
        for (int i = 0; i < 40; ++i)
            examination->clues.push_back(
                tests::sampleClue("One of many.", {{{5 * i, 3 * i, 40, 30}, {}, 0.5}}));
        m_view->resize(1280, 800);
        m_view->setExamination(examination);
        m_view->repaint();
        QElapsedTimer timer;
        timer.start();
        constexpr int kTimes = 40;
        for (int clue = 0; clue < kTimes; ++clue) {
            m_view->setHighlightedClue(clue);
            m_view->repaint();
        }
        // Speed is told, not asserted: the machine may be busy.
        qInfo("%.1f ms from a clue to its lit region, 44 regions at 1280 x 800",
              static_cast<double>(timer.elapsed()) / kTimes);
        QCOMPARE(m_view->highlightedClue(), kTimes - 1);
    }

    void aPolygonIsHitOnlyInside() {
        point(at(390, 190));
        QTRY_COMPARE(m_view->highlightedClue(), 2);
        point(at(310, 110)); // in its box, but not in it
        QTRY_COMPARE(m_view->highlightedClue(), -1);
    }

    void repeatedClicksGoThroughOverlappingRegions() {
        QSignalSpy clicked(m_view.get(), &ImageView::clueClicked);
        for (int i = 0; i < 3; ++i)
            QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(70, 50));
        QCOMPARE(clicked.size(), 3);
        QCOMPARE(clicked[0].first().toInt(), 1);
        QCOMPARE(clicked[1].first().toInt(), 0);
        QCOMPARE(clicked[2].first().toInt(), 1);
    }

    void aClickBesideEveryRegionSelectsNone() {
        QSignalSpy clicked(m_view.get(), &ImageView::clueClicked);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(250, 30));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0].first().toInt(), -1);
    }

    void theWheelZoomsAtThePointer() {
        const QPointF pointer = at(300, 60);
        const QPointF place = m_view->transform().toPicture(pointer);
        const double before = m_view->transform().magnification();
        wheel(pointer.toPoint(), 120);
        QVERIFY(std::abs(m_view->transform().magnification() / before - ViewTransform::kStep) <
                1e-9);
        wheel(pointer.toPoint(), 120);
        const QPointF now = m_view->transform().toPicture(pointer);
        // Up to where the picture would leave empty ground beside it.
        QVERIFY(std::abs(now.x() - place.x()) < 1);
    }

    void altAndWheelChangeTheOpacity() {
        const double before = m_view->heatOpacity();
        const double zoom = m_view->transform().zoom();
        wheel({100, 100}, 120, Qt::AltModifier);
        QVERIFY(m_view->heatOpacity() > before);
        wheel({100, 100}, -120, Qt::AltModifier);
        QVERIFY(std::abs(m_view->heatOpacity() - before) < 1e-9);
        QCOMPARE(m_view->transform().zoom(), zoom);
    }

    void draggingPansAndSelectsNothing() {
        m_view->setMagnification(8);
        QSignalSpy clicked(m_view.get(), &ImageView::clueClicked);
        const QPointF before = m_view->transform().offset();
        QTest::mousePress(m_view->windowHandle(), Qt::LeftButton, {}, {400, 300});
        for (int i = 1; i <= 10; ++i)
            point({400 - 3 * i, 300 - 2 * i});
        QTest::mouseRelease(m_view->windowHandle(), Qt::LeftButton, {}, {370, 280});
        QTRY_COMPARE(m_view->transform().offset(), before + QPointF(-30, -20));
        QCOMPARE(clicked.size(), 0);
    }

    void doubleClickTogglesFitAndHundredPercent() {
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(250, 30));
        QCOMPARE(m_view->transform().magnification(), 1.0);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(250, 30));
        QCOMPARE(m_view->transform().zoom(), 2.0);
    }

    void aNewPictureFitsUnlessTheZoomIsKept() {
        m_view->setMagnification(4);
        m_view->setPicture(gray());
        QCOMPARE(m_view->transform().zoom(), 2.0);
        m_view->setZoomPolicy(ImageView::ZoomPolicy::Keep);
        m_view->setMagnification(4);
        m_view->setPicture(gray());
        QCOMPARE(m_view->transform().magnification(), 4.0);
    }

    void thePictureTakesItsPreviewsPlaceWithoutAJump() {
        const QImage whole = gray(4000, 3000);
        m_view->setPicture(ui::viewer::previewOf(whole.scaled(400, 300), whole.size()));
        m_view->setMagnification(3);
        const QPointF offset = m_view->transform().offset();
        m_view->setPicture(whole);
        QCOMPARE(m_view->transform().offset(), offset);
        QCOMPARE(m_view->transform().magnification(), 3.0);
    }

    void peekingShowsTheBarePicture() {
        const QPoint inside = at(200, 150);
        QVERIFY(shown().pixelColor(inside) != QColor(100, 120, 140));
        m_view->setPeeking(true);
        const QImage bare = shown();
        for (const QPoint place : {inside, at(20, 60), at(390, 190)})
            QCOMPARE(bare.pixelColor(place), QColor(100, 120, 140));
        QSignalSpy hovered(m_view.get(), &ImageView::clueHovered);
        point(at(70, 50));
        QCOMPARE(hovered.size(), 0);
        m_view->setPeeking(false);
        QVERIFY(shown().pixelColor(inside) != QColor(100, 120, 140));
    }

    void theLitClueStandsOutAndOthersFade() {
        m_view->setHeatVisible(false);
        const QPoint edge = at(180, 100); // right edge of clue 1
        const auto contrast = [&] {
            const QImage image = shown();
            int low = 255;
            int high = 0;
            for (int dx = -4; dx <= 4; ++dx) {
                const int value = qGray(image.pixel(edge + QPoint(dx, 0)));
                low = std::min(low, value);
                high = std::max(high, value);
            }
            return high - low;
        };
        const int usual = contrast();
        m_view->setHighlightedClue(2);
        QVERIFY(contrast() < usual / 2);
        m_view->setHighlightedClue(0);
        QVERIFY(contrast() >= usual);
    }

    void layersCanBeHidden() {
        m_view->setHeatVisible(false);
        QCOMPARE(shown().pixelColor(at(200, 190)), QColor(100, 120, 140));
        m_view->setRegionsVisible(false);
        QCOMPARE(shown().pixelColor(at(20, 60)), QColor(100, 120, 140));
        point(at(70, 50));
        QCOMPARE(m_view->highlightedClue(), -1);
    }

    void notExaminedAreasAreHatched() {
        auto examination = tests::sampleExamination();
        examination->map.reset();
        examination->clues.clear();
        examination->notExamined = {{300, 0, 100, 200}};
        m_view->setExamination(examination);
        const QImage image = shown();
        QCOMPARE(image.pixelColor(at(200, 100)), QColor(100, 120, 140));
        const QPoint middle = at(350, 100);
        int darker = 0;
        int lighter = 0;
        for (int dx = 0; dx < 16; ++dx) {
            const int value = qGray(image.pixel(middle + QPoint(dx, 0)));
            darker += value < 100;
            lighter += value > 140;
        }
        QVERIFY(darker > 0);
        QVERIFY(lighter > 0);
    }

    void thePointerReadsPixelAndMap() {
        QSignalSpy moved(m_view.get(), &ImageView::cursorMoved);
        point(at(390.5, 190.5));
        QTRY_VERIFY(!moved.isEmpty());
        const QString text = moved.last().first().toString();
        QVERIFY2(text.contains("x 390, y 190"), qPrintable(text));
        QVERIFY2(text.contains("R 100 G 120 B 140"), qPrintable(text));
        QVERIFY2(text.contains("map 1.00"), qPrintable(text));
    }

    void theDescriptionSaysWhereTheCluesAre() {
        const QString text = m_view->accessibleDescription();
        QVERIFY2(text.contains("93"), qPrintable(text));
        QVERIFY2(text.contains("Clue 1: The left is quieter than the rest. (left, 24 % of"),
                 qPrintable(text));
        QVERIFY2(text.contains("(whole image)"), qPrintable(text));
        m_view->setExamination(nullptr);
        QVERIFY(m_view->accessibleDescription().isEmpty());
    }

    void theRegionsOfCluesAreChildrenForScreenReaders() {
        auto* picture = QAccessible::queryAccessibleInterface(m_view.get());
        QCOMPARE(picture->role(), QAccessible::Graphic);
        QCOMPARE(picture->childCount(), 3); // the fourth clue is about the whole picture
        auto* region = picture->child(1);
        QVERIFY(region->text(QAccessible::Name).startsWith("Clue 2: A small part repeats."));
        QVERIFY(region->rect().contains(m_view->mapToGlobal(at(80, 60))));
        QVERIFY(!region->rect().contains(m_view->mapToGlobal(at(150, 100))));
        QCOMPARE(region->parent(), picture);
        QCOMPARE(picture->indexOfChild(region), 1);
        m_view->setExamination(nullptr);
        QVERIFY(!region->isValid());
        QCOMPARE(picture->childCount(), 0);
    }

    void aClueOutOfSightIsBroughtIntoView() {
        m_view->setMagnification(16);
        m_view->showClue(2);
        const QRectF view(m_view->rect());
        QVERIFY(view.contains(m_view->transform().toView(QPointF(350, 150))));
        m_view->showClue(3); // whole image: nothing to bring
        QVERIFY(view.contains(m_view->transform().toView(QPointF(350, 150))));
    }

    void keysWithAltMoveThePicture() {
        m_view->setMagnification(8);
        const QPointF before = m_view->transform().offset();
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
        QVERIFY(m_view->transform().offset().x() < before.x());
    }
};

QTEST_MAIN(ImageViewTest)
#include "image_view_test.moc"
