// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/shown_map.h"
#include "tests/support/sample_examination.h"

#include <QImage>
#include <QTest>

#include <cmath>

using namespace core::report;

class ShownMapTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void onlyWhatACluePointsAtIsLit() {
        auto examination = tests::sampleExamination(); // cells of 100 x 100 pixels
        examination->clues.resize(3);
        auto map = std::make_shared<core::HeatMap>();
        map->columns = 40;
        map->rows = 20;
        map->values.assign(800, 0.9F);
        examination->map = map;
        examination->clues[1].regions.clear();
        examination->clues[2].regions.clear();
        const auto part = statedPart(*examination); // the left box: x 20 to 180, y 20 to 140
        QVERIFY(part != nullptr);
        QCOMPARE(part->at(10, 8), 0.9F);
        QCOMPARE(part->at(30, 8), 0.0F);
        QCOMPARE(part->at(10, 18), 0.0F);
        examination->clues[0].direction = core::examination::Direction::Neutral;
        QVERIFY(statedPart(*examination) == nullptr); // a neutral clue lights nothing
    }

    void lightnessAndOpacityRiseWithTheValue() {
        core::HeatMap ramp;
        ramp.columns = 64;
        ramp.rows = 1;
        for (int i = 0; i < 64; ++i)
            ramp.values.push_back(static_cast<float>(i) / 63);
        const QImage image = mapImage(ramp, {64, 1}, {ColorScale::Flame, 0.5})
                                 .convertToFormat(QImage::Format_ARGB32);
        QCOMPARE(qAlpha(image.pixel(10, 0)), 0);
        for (int x = 33; x < 64; ++x) {
            QVERIFY(qAlpha(image.pixel(x, 0)) >= qAlpha(image.pixel(x - 1, 0)));
            QVERIFY(qGray(image.pixel(x, 0)) + 1 >= qGray(image.pixel(x - 1, 0)));
        }
        QVERIFY(qAlpha(image.pixel(63, 0)) > 250);
        QVERIFY(mapImage({}, {4, 4}, {}).isNull());
    }

    void theContourLiesAtTheThreshold() {
        core::HeatMap map;
        map.columns = 4;
        map.rows = 3;
        for (int row = 0; row < 3; ++row)
            for (const float value : {0.0F, 0.2F, 0.6F, 1.0F})
                map.values.push_back(value);
        const auto lines = contourOf(map, 0.5);
        QCOMPARE(lines.size(), std::size_t{2}); // one between each two rows
        for (const QLineF& line : lines)        // 3/4 of the way from column 1 to column 2
            for (const QPointF place : {line.p1(), line.p2()})
                QVERIFY(std::abs(place.x() - (1.5 + 0.75) / 4) < 1e-6);
        QVERIFY(contourOf(map, 2).empty());
    }

    void outlinesAreRoundAndDoNotCrossThemselves() {
        core::Region bow{{0, 0, 100, 100}, {{0, 0}, {100, 100}, {100, 0}, {0, 100}, {0, 50}}, 1};
        const auto parts = smoothOutlines(bow);
        QVERIFY(!parts.empty());
        for (const QPolygonF& part : parts)
            QVERIFY(part.size() > 5);
        const core::Region box{{10, 10, 20, 20}, {}, 1};
        QCOMPARE(smoothOutlines(box).front().boundingRect(), QRectF(10, 10, 20, 20));
    }

    void aRegionOfNearlyEverythingIsKnown() {
        core::examination::Source source;
        source.width = 400;
        source.height = 200;
        QVERIFY(isNearlyAll({{2, 2, 394, 196}, {}, 1}, source));
        QVERIFY(!isNearlyAll({{2, 2, 200, 196}, {}, 1}, source));
    }
};

QTEST_GUILESS_MAIN(ShownMapTest)
#include "shown_map_test.moc"
