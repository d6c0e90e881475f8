// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/placement.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace core;
using namespace core::grounding;

namespace {

ModelInput square(int side) {
    return {side, side, side, side, 0, 0, side, side};
}

/// `background` everywhere, `value` in a box of tokens.
TokenMap mapWith(int side, const std::vector<Rect>& boxes, float value, float background) {
    TokenMap map{side, side, std::vector<float>(static_cast<std::size_t>(side) * side, background)};
    for (const Rect& box : boxes)
        for (int y = box.y; y < box.y + box.height; ++y)
            for (int x = box.x; x < box.x + box.width; ++x)
                map.values[static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x)] =
                    value;
    return map;
}

} // namespace

class PlacementTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void enlargingKeepsPlacesAndMeans();
    void evennessKnowsPeaksFromPlains();
    void brightTokensBecomeTheirBox_data();
    void brightTokensBecomeTheirBox();
    void separatePlacesAreSeparateBoxesBestFirst();
    void atMostThreeBoxesRemain();
    void specksAreNoRegions();
    void evenMapsAreTheWholeImage();
    void largeAreasAreTheWholeImage();
    void boxesStayWithinWhatWasSeen();
    void mapLiesOverTheSeenPartAlone();
    void emptyMapsPlaceNothing();
};

void PlacementTest::enlargingKeepsPlacesAndMeans() {
    const TokenMap map = mapWith(24, {{5, 7, 4, 3}}, 1.0F, 0.2F);
    const TokenMap fine = enlarged(map, 336, 336);
    QVERIFY(std::abs(fine.total() / fine.values.size() - map.total() / map.values.size()) < 1e-3);
    // The middle of each token keeps its value.
    QVERIFY(std::abs(fine.at(7 * 14 + 7, 8 * 14 + 7) - 1.0F) < 0.1F);
    QVERIFY(std::abs(fine.at(20 * 14 + 7, 20 * 14 + 7) - 0.2F) < 1e-3F);
    QCOMPARE(enlarged(map, 24, 24).values, map.values);
}

void PlacementTest::evennessKnowsPeaksFromPlains() {
    QCOMPARE(evenness(mapWith(8, {}, 0, 1)), 1.0);
    QCOMPARE(evenness(mapWith(8, {{3, 3, 1, 1}}, 1, 0)), 0.0);
    QVERIFY(std::abs(evenness(mapWith(8, {{0, 0, 4, 8}}, 1, 0)) - std::log(32.0) / std::log(64.0)) <
            1e-9);
    QCOMPARE(evenness({}), 1.0);
}

void PlacementTest::brightTokensBecomeTheirBox_data() {
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    for (const auto& [x, y] :
         {std::pair(0, 0), std::pair(18, 0), std::pair(0, 18), std::pair(18, 18), std::pair(9, 5)})
        QTest::addRow("token %d, %d", x, y) << x << y;
}

void PlacementTest::brightTokensBecomeTheirBox() {
    QFETCH(int, x);
    QFETCH(int, y);
    const Rect tokens{x, y, 6, 6};
    const Placement placement = placed(mapWith(24, {tokens}, 1, 0.02F), square(336));
    QCOMPARE(placement.extent, Extent::Regions);
    QCOMPARE(placement.regions.size(), std::size_t{1});
    const Rect wanted{x * 14, y * 14, 84, 84};
    QVERIFY2(intersectionOverUnion(placement.regions.front().box, wanted) > 0.8,
             qPrintable(QString("%1 %2 %3 %4")
                            .arg(placement.regions.front().box.x)
                            .arg(placement.regions.front().box.y)
                            .arg(placement.regions.front().box.width)
                            .arg(placement.regions.front().box.height)));
    QVERIFY(placement.regions.front().score > 0.4 && placement.regions.front().score <= 1);
}

void PlacementTest::separatePlacesAreSeparateBoxesBestFirst() {
    TokenMap map = mapWith(24, {{2, 2, 5, 5}}, 1, 0);
    for (const auto& [index, value] : {std::pair(0, 0.9F)})
        for (int y = 16; y < 20; ++y)
            for (int x = 15; x < 19; ++x)
                map.values[static_cast<std::size_t>(y) * 24 + static_cast<std::size_t>(x + index)] =
                    value;
    const Placement placement = placed(map, square(336));
    QCOMPARE(placement.regions.size(), std::size_t{2});
    QVERIFY(placement.regions[0].score > placement.regions[1].score);
    QVERIFY(placement.regions[0].box.x < 168);
    QVERIFY(placement.regions[1].box.x > 168);
}

void PlacementTest::atMostThreeBoxesRemain() {
    const Placement placement = placed(
        mapWith(24, {{1, 1, 4, 4}, {10, 1, 4, 4}, {19, 1, 4, 4}, {1, 12, 4, 4}, {12, 12, 4, 4}}, 1,
                0),
        square(336));
    QCOMPARE(placement.regions.size(), std::size_t{3});
}

void PlacementTest::specksAreNoRegions() {
    const Placement placement =
        placed(mapWith(24, {{4, 4, 5, 5}, {20, 20, 1, 1}}, 1, 0), square(336));
    QCOMPARE(placement.regions.size(), std::size_t{1});
    QVERIFY(placement.regions.front().box.x < 168);
}

void PlacementTest::evenMapsAreTheWholeImage() {
    TokenMap map = mapWith(24, {}, 0, 1);
    for (std::size_t i = 0; i < map.values.size(); ++i)
        map.values[i] += static_cast<float>(i % 7) * 0.05F;
    const Placement placement = placed(map, square(336));
    QCOMPARE(placement.extent, Extent::WholeImage);
    QVERIFY(placement.regions.empty());
    QVERIFY(placement.map != nullptr);
}

void PlacementTest::largeAreasAreTheWholeImage() {
    PlacementRule rule;
    rule.wholeFromEvenness = 2; // never
    rule.keptMass = 1;
    const Placement placement = placed(mapWith(24, {{0, 0, 24, 20}}, 1, 0), square(336), rule);
    QCOMPARE(placement.extent, Extent::WholeImage);
}

void PlacementTest::boxesStayWithinWhatWasSeen() {
    const ModelInput wide{1920, 1080, 597, 336, 130, 0, 336, 336};
    for (const Rect& tokens : {Rect{0, 0, 5, 5}, Rect{19, 19, 5, 5}}) {
        const Placement placement = placed(mapWith(24, {tokens}, 1, 0), wide);
        QCOMPARE(placement.regions.size(), std::size_t{1});
        const Rect& box = placement.regions.front().box;
        QCOMPARE(intersection(box, seenPart(wide)), box);
    }
}

void PlacementTest::mapLiesOverTheSeenPartAlone() {
    const ModelInput wide{1920, 1080, 597, 336, 130, 0, 336, 336};
    const auto map = mapOnPicture(mapWith(24, {{0, 0, 24, 24}}, 1, 0), wide);
    QCOMPARE(map->columns, 128);
    QCOMPARE(map->rows, 72);
    const Rect seen = seenPart(wide);
    for (int column = 0; column < map->columns; ++column) {
        const double x = (column + 0.5) * 1920 / map->columns;
        const bool isSeen = x > seen.x + 8 && x < seen.x + seen.width - 8;
        const bool isUnseen = x < seen.x - 8 || x > seen.x + seen.width + 8;
        if (isSeen)
            QVERIFY(map->at(column, 40) > 0.9F);
        if (isUnseen)
            QCOMPARE(map->at(column, 40), 0.0F);
    }
}

void PlacementTest::emptyMapsPlaceNothing() {
    QCOMPARE(placed({}, square(336)).extent, Extent::WholeImage);
    QVERIFY(placed({}, square(336)).map == nullptr);
    const Placement none = placed(mapWith(24, {}, 0, 0), square(336));
    QCOMPARE(none.extent, Extent::WholeImage);
    QVERIFY(none.regions.empty());
}

QTEST_GUILESS_MAIN(PlacementTest)
#include "placement_test.moc"
