// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overlay_painter.h"

#include "tests/support/sample_examination.h"

#include <QTest>

using core::Rect;
using core::examination::Examination;
using core::report::heatImage;
using core::report::OverlayOptions;
using core::report::paintOverlay;

namespace {

const QColor kGround(128, 128, 128);

QImage flat(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(kGround);
    return image;
}

/// 400 x 200 pixels with one clue for each box, and no map.
Examination withRegions(const std::vector<Rect>& boxes) {
    Examination examination;
    examination.source.width = 400;
    examination.source.height = 200;
    for (const Rect& box : boxes)
        examination.clues.push_back(tests::sampleClue("A clue.", {{box, {}, 0.9}}));
    return examination;
}

OverlayOptions outlinesOnly() {
    OverlayOptions options;
    options.withNumbers = false;
    return options;
}

bool isGround(const QImage& image, int x, int y) {
    return image.pixelColor(x, y) == kGround;
}

int blackPixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == Qt::black ? 1 : 0;
    }
    return count;
}

} // namespace

class OverlayPainterTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void outlineLiesOnItsRegionAtAnySize_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("as examined") << 400;
        QTest::newRow("half") << 200;
        QTest::newRow("twice") << 800;
    }
    void outlineLiesOnItsRegionAtAnySize() {
        QFETCH(const int, width);
        const double scale = width / 400.0;
        const QImage painted =
            paintOverlay(flat(width, width / 2), withRegions({{80, 40, 200, 100}}), outlinesOnly());
        QCOMPARE(painted.size(), QSize(width, width / 2));
        const auto at = [scale](double place) { return static_cast<int>(place * scale); };
        for (const QPoint edge :
             {QPoint(80, 90), QPoint(280, 90), QPoint(180, 40), QPoint(180, 140)})
            QVERIFY(!isGround(painted, at(edge.x()), at(edge.y())));
        for (const QPoint off :
             {QPoint(180, 90), QPoint(60, 90), QPoint(300, 90), QPoint(180, 160)})
            QVERIFY(isGround(painted, at(off.x()), at(off.y())));
    }

    void largePicturesAreReducedFirst() {
        OverlayOptions options = outlinesOnly();
        options.largestSide = 100;
        const QImage painted =
            paintOverlay(flat(400, 200), withRegions({{80, 40, 200, 100}}), options);
        QCOMPARE(painted.size(), QSize(100, 50));
        QVERIFY(!isGround(painted, 20, 22));
        QVERIFY(isGround(painted, 45, 22));
    }

    void polygonIsDrawnInsteadOfItsBox() {
        Examination examination = withRegions({{100, 50, 100, 100}});
        examination.clues[0].regions[0].polygon = {{200, 50}, {200, 150}, {100, 150}};
        const QImage painted = paintOverlay(flat(400, 200), examination, outlinesOnly());
        QVERIFY(painted.copy(148, 98, 5, 5) != flat(5, 5)); // on the triangle's long side
        QCOMPARE(painted.copy(98, 58, 5, 5), flat(5, 5));   // on the box
    }

    void heatShowsOnlyWhereTheMapIsHigh() {
        const core::HeatMap map = *tests::sampleMap(0); // 0 to 0.3 above, 0.4 to 1 below
        const QImage heat = heatImage(map, {400, 200});
        QCOMPARE(heat.size(), QSize(400, 200));
        QCOMPARE(qAlpha(heat.pixel(20, 20)), 0);
        QCOMPARE(qAlpha(heat.pixel(150, 20)), 0);
        QVERIFY(qAlpha(heat.pixel(390, 190)) > 250);
        Examination examination = withRegions({});
        examination.map = std::make_shared<core::HeatMap>(map);
        const QImage painted = paintOverlay(flat(400, 200), examination, {});
        QVERIFY(isGround(painted, 20, 20));
        const QColor hot = painted.pixelColor(390, 190);
        QVERIFY(hot.red() > 160 && hot.green() > 150 && hot.blue() < 110);
        OverlayOptions without;
        without.heatOpacity = 0;
        QCOMPARE(paintOverlay(flat(400, 200), examination, without), flat(400, 200));
    }

    void emptyMapAndPictureGiveNothing() {
        QVERIFY(heatImage({}, {10, 10}).isNull());
        QVERIFY(heatImage(*tests::sampleMap(0), {}).isNull());
        QVERIFY(paintOverlay({}, *tests::sampleExamination(), {}).isNull());
    }

    void everyRegionCarriesItsNumber() {
        const Examination one = withRegions({{80, 40, 200, 100}});
        const QImage painted = paintOverlay(flat(400, 200), one, {});
        const QImage plain = paintOverlay(flat(400, 200), one, outlinesOnly());
        QVERIFY(painted.copy(80, 40, 30, 16) != plain.copy(80, 40, 30, 16));
        QCOMPARE(painted.copy(120, 60, 280, 140), plain.copy(120, 60, 280, 140));
    }

    void numberOfAPolygonStandsOnIt() {
        Examination examination = withRegions({{100, 50, 200, 100}});
        examination.clues[0].regions[0].polygon = {{300, 50}, {300, 150}, {100, 150}};
        const QImage painted = paintOverlay(flat(400, 200), examination, {});
        QCOMPARE(painted.copy(100, 50, 30, 30), flat(30, 30)); // the box's corner is off it
        QVERIFY(blackPixels(painted.copy(100, 150, 12, 16)) > 50);
    }

    void numbersOfTheSameCornerStandBesideEachOther() {
        const Rect box{80, 40, 200, 100};
        const auto labels = [](const Examination& examination) {
            return blackPixels(paintOverlay(flat(400, 200), examination, {})) -
                   blackPixels(paintOverlay(flat(400, 200), examination, outlinesOnly()));
        };
        const int one = labels(withRegions({box}));
        QVERIFY(one > 50);
        QVERIFY(labels(withRegions({box, box, box})) > 2.5 * one);
    }

    void numberAtTheEdgeStaysInThePicture() {
        const QImage painted = paintOverlay(flat(400, 200), withRegions({{396, 196, 4, 4}}), {});
        QVERIFY(blackPixels(painted.copy(380, 184, 20, 16)) > 80);
    }

    void whatWasNotExaminedIsHatched() {
        Examination examination = withRegions({});
        examination.notExamined = {{0, 0, 100, 200}};
        const QImage painted = paintOverlay(flat(200, 100), examination, {});
        QVERIFY(painted.pixelColor(25, 50) != kGround);
        QVERIFY(isGround(painted, 60, 50));
    }
};

QTEST_MAIN(OverlayPainterTest)
#include "overlay_painter_test.moc"
