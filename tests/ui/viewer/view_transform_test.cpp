// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/view_transform.h"

#include <QTest>

#include <cmath>
#include <random>

using ui::viewer::ViewTransform;

class ViewTransformTest : public QObject {
    Q_OBJECT

  private:
    static ViewTransform made(QSizeF picture, QSizeF view, double ratio = 1) {
        ViewTransform transform;
        transform.setPictureSize(picture);
        transform.setViewSize(view);
        transform.setDevicePixelRatio(ratio);
        transform.fit();
        return transform;
    }

  private Q_SLOTS:
    void fitShowsTheWholePictureInTheMiddle() {
        const ViewTransform transform = made({400, 200}, {800, 600});
        QCOMPARE(transform.zoom(), 2.0);
        QCOMPARE(transform.toView(QPointF(0, 0)), QPointF(0, 100));
        QCOMPARE(transform.toView(QPointF(400, 200)), QPointF(800, 500));
    }

    void aTurnedViewGoesBackAndForth() {
        for (int turns = 0; turns < 4; ++turns) {
            for (const bool isMirrored : {false, true}) {
                ViewTransform transform = made({400, 200}, {800, 600});
                transform.setOrientation({turns, isMirrored});
                transform.fit();
                const QPointF place(37, 121);
                const QPointF back = transform.toPicture(transform.toView(place));
                QVERIFY(std::abs(back.x() - place.x()) < 1e-9);
                QVERIFY(std::abs(back.y() - place.y()) < 1e-9);
                const QPointF drawn = transform.matrix().map(place);
                QVERIFY(std::abs(drawn.x() - transform.toView(place).x()) < 1e-9);
                QVERIFY(std::abs(drawn.y() - transform.toView(place).y()) < 1e-9);
                const QRectF whole = transform.toView(QRectF(0, 0, 400, 200));
                QVERIFY(QRectF(0, 0, 800, 600).adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(whole));
            }
        }
    }

    void aQuarterTurnPutsTheLowerLeftCornerUp() {
        ViewTransform transform = made({400, 200}, {800, 600});
        transform.setOrientation({1, false});
        transform.fit();
        QCOMPARE(transform.zoom(), 1.5);
        QCOMPARE(transform.toView(QPointF(0, 200)), QPointF(250, 0));
        QCOMPARE(transform.toView(QPointF(0, 0)), QPointF(550, 0));
    }

    void fillLeavesNoEmptyGround() {
        ViewTransform transform = made({400, 200}, {800, 600});
        transform.fill();
        QVERIFY(transform.toView(QPointF(0, 0)).x() <= 0);
        QVERIFY(transform.toView(QPointF(400, 200)).x() >= 800);
        QCOMPARE(transform.toView(QPointF(0, 0)).y(), 0.0);
        QCOMPARE(transform.toView(QPointF(400, 200)).y(), 600.0);
    }

    void hundredPercentIsOneScreenPixel_data() {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
            QTest::addRow("%g", ratio) << ratio;
    }

    void hundredPercentIsOneScreenPixel() {
        QFETCH(double, ratio);
        ViewTransform transform = made({4001, 3001}, {803, 601}, ratio);
        transform.setMagnification(1, {401.5, 300.5});
        QCOMPARE(transform.magnification(), 1.0);
        QCOMPARE(transform.zoom(), 1 / ratio);
        // The picture's pixels lie on the screen's, not between them.
        const QPointF onScreen = transform.offset() * ratio;
        QVERIFY(std::abs(onScreen.x() - std::round(onScreen.x())) < 1e-9);
        QVERIFY(std::abs(onScreen.y() - std::round(onScreen.y())) < 1e-9);
    }

    void mappingThereAndBackIsExactAtEveryZoom() {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> share(0, 1);
        for (const double ratio : {1.0, 1.5, 2.0}) {
            ViewTransform transform = made({8000, 6000}, {900, 700}, ratio);
            for (int i = 0; i < 500; ++i) {
                const double magnification = std::pow(2.0, -4 + 9 * share(random));
                transform.setMagnification(magnification, {900 * share(random), 450});
                const QPointF place(8000 * share(random), 6000 * share(random));
                const QPointF back = transform.toPicture(transform.toView(place));
                QVERIFY(std::abs(back.x() - place.x()) < 1e-6);
                QVERIFY(std::abs(back.y() - place.y()) < 1e-6);
            }
        }
    }

    void zoomingKeepsThePlaceUnderThePointer() {
        ViewTransform transform = made({8000, 6000}, {800, 600});
        const QPointF pointer(410, 290);
        const QPointF place = transform.toPicture(pointer);
        for (int i = 0; i < 20; ++i) {
            transform.setMagnification(transform.magnification() * ViewTransform::kStep, pointer);
            const QPointF now = transform.toPicture(pointer);
            QVERIFY(std::hypot(now.x() - place.x(), now.y() - place.y()) * transform.zoom() < 1);
        }
    }

    void fiveStepsDoubleTheSize() {
        QVERIFY(std::abs(std::pow(ViewTransform::kStep, 5) - 2) < 1e-12);
    }

    void zoomEndsAtFitAndThirtyTwo() {
        ViewTransform transform = made({8000, 6000}, {800, 600});
        transform.setMagnification(1e6, {400, 300});
        QCOMPARE(transform.magnification(), 32.0);
        transform.setMagnification(1e-6, {400, 300});
        QCOMPARE(transform.magnification(), 0.1);
    }

    void smallPicturesFitNoLargerThanThirtyTwo() {
        const ViewTransform transform = made({8, 8}, {800, 600});
        QCOMPARE(transform.magnification(), 32.0);
    }

    void panningStopsAtTheEdges() {
        ViewTransform transform = made({1000, 1000}, {100, 100});
        transform.setMagnification(1, {50, 50});
        transform.pan({1e6, 1e6});
        QCOMPARE(transform.offset(), QPointF(0, 0));
        transform.pan({-1e6, -1e6});
        QCOMPARE(transform.offset(), QPointF(-900, -900));
    }
};

QTEST_APPLESS_MAIN(ViewTransformTest)
#include "view_transform_test.moc"
