// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/active_window.h"
#include "ui/viewer/enhancement.h"
#include "ui/viewer/image_view.h"
#include "ui/viewer/navigator.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace ui::viewer;

namespace {

/// 64 x 48, every pixel another color; dark to the left.
QImage colors() {
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 4, y * 5, (x + y) * 2));
    return image;
}

} // namespace

class ViewingAidsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_view = std::make_unique<ImageView>();
        m_view->resize(600, 450);
        QVERIFY(tests::showActive(m_view.get()));
        m_view->setPicture(colors());
    }

    void pixelsGetLinesFromEightTimesOn() {
        m_view->showPlace(7, {32, 24});
        QVERIFY(isUniform(32, 24));
        m_view->showPlace(8, {32, 24});
        QVERIFY(!isUniform(32, 24));
        const QImage shown = grab();
        // Between the lines the pixel has its own color.
        const QPoint middle = at({32.5, 24.5});
        QCOMPARE(shown.pixel(middle), colors().pixel(32, 24));
    }

    void theLoupeMagnifiesWhatIsBelowItAndLeavesTheView() {
        m_view->fit();
        const auto before = m_view->transform().magnification();
        const QPoint place = at({20.5, 10.5});
        QTest::mouseMove(m_view.get(), place);
        m_view->setLoupeVisible(true);
        QTest::mouseMove(m_view.get(), place + QPoint(1, 0));
        QTest::mouseMove(m_view.get(), place);
        const double smaller = m_view->loupe().magnification();
        wheel(place, 120);
        QVERIFY(m_view->loupe().magnification() > smaller);
        for (int i = 0; i < 20; ++i)
            wheel(place, 120);
        QCOMPARE(m_view->loupe().magnification(), Loupe::kLargest);
        QCOMPARE(m_view->transform().magnification(), before);
        const QImage shown = grab();
        const QRgb color = colors().pixel(20, 10);
        QCOMPARE(shown.pixel(place), color);
        QCOMPARE(shown.pixel(place + QPoint(5, 5)), color); // within 16 x 16 pixels
        m_view->setLoupeVisible(false);
        wheel(place, 120);
        QVERIFY(m_view->transform().magnification() > before);
    }

    void enhancementsStretchTheBrightness() {
        QImage dull(100, 1, QImage::Format_RGB32);
        for (int x = 0; x < 100; ++x)
            dull.setPixel(x, 0, qRgb(100 + x / 4, 100 + x / 4, 100 + x / 4));
        for (const Enhancement enhancement : {Enhancement::Contrast, Enhancement::Equalize}) {
            const QImage result = enhanced(dull, enhancement);
            QVERIFY(qGray(result.pixel(0, 0)) < 10);
            QVERIFY(qGray(result.pixel(99, 0)) > 240);
            for (int x = 1; x < 100; ++x)
                QVERIFY(qGray(result.pixel(x, 0)) >= qGray(result.pixel(x - 1, 0)));
        }
        QCOMPARE(enhanced(dull, Enhancement::None).pixel(50, 0), dull.pixel(50, 0));
    }

    void theNavigatorFramesWhatIsSeenAndMovesIt() {
        m_view->setNavigatorVisible(true);
        auto* navigator = m_view->findChild<Navigator*>("navigator");
        QVERIFY(navigator->isVisible());
        QVERIFY(m_view->rect().contains(navigator->geometry()));
        m_view->showPlace(16, {32, 24});
        // A click at a quarter of the overview shows a quarter of the picture.
        QTest::mouseClick(navigator, Qt::LeftButton, Qt::NoModifier,
                          {navigator->width() * 3 / 4, navigator->height() / 4});
        const QPointF center = m_view->center();
        QVERIFY(center.x() > 40 && center.y() < 20);
        QVERIFY(!m_view->isFitted());
    }

    void tabAsksForThePanelsAndShiftTabLeaves() {
        QSignalSpy wanted(m_view.get(), &ImageView::panelsToggleRequested);
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QCOMPARE(wanted.count(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(wanted.count(), 1);
    }

  private:
    QPoint at(QPointF picture) const { return m_view->transform().toView(picture).toPoint(); }
    QImage grab() const { return m_view->grab().toImage(); }
    /// Whether a pixel of the picture has one color on screen, away from its neighbors.
    bool isUniform(int x, int y) const {
        const QImage shown = grab();
        const QRectF place = m_view->transform().toView(QRectF(x, y, 1, 1));
        for (int i = std::lround(place.left()); i < std::lround(place.right()); ++i)
            if (shown.pixel(i, static_cast<int>(place.center().y())) !=
                shown.pixel(place.center().toPoint()))
                return false;
        return true;
    }
    void wheel(QPoint place, int angle) {
        QWheelEvent event(place, m_view->mapToGlobal(place), {}, {0, angle}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }

    std::unique_ptr<ImageView> m_view;
};

QTEST_MAIN(ViewingAidsTest)
#include "viewing_aids_test.moc"
