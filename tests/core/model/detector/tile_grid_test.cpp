// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"
#include "core/model/detector/tile_grid.h"
#include "tests/support/picture_maker.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <utility>

using namespace core;

class TileGridTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tilesLieInsideOnMultiplesOfEightAndDoNotOverlap() {
        const auto picture = tests::noisyScene(1001, 803, 2);
        const auto tiles = model::usableTiles(picture.view(), 128);
        QVERIFY(tiles.size() > 20);
        std::set<std::pair<int, int>> corners;
        for (const Rect& tile : tiles) {
            QVERIFY(tile.x >= 0 && tile.y >= 0);
            QVERIFY(tile.x + 128 <= 1001 && tile.y + 128 <= 803);
            QCOMPARE(tile.x % 8, 0);
            QCOMPARE(tile.y % 8, 0);
            QVERIFY(corners.insert({tile.x / 128, tile.y / 128}).second);
        }
    }

    void limitSpreadsTheTilesOverThePicture() {
        const auto picture = tests::noisyScene(1280, 1280, 2);
        const auto all = model::usableTiles(picture.view(), 128);
        const auto parts = model::evenlyChosen(all, 10);
        QCOMPARE(parts.chosen.size(), std::size_t{10});
        QCOMPARE(parts.chosen.size() + parts.rest.size(), all.size());
        QVERIFY(parts.chosen.front().y < 200);
        QVERIFY(parts.chosen.back().y > 1000);
        QVERIFY(model::evenlyChosen(all, 1000).rest.empty());
        QVERIFY(model::evenlyChosen({}, 10).chosen.empty());
    }

    void smallPicturesAreCoveredBetweenTheGridsTiles() {
        const auto picture = tests::noisyScene(500, 375, 2);
        const auto grid = model::usableTiles(picture.view(), 128);
        const auto between = model::tilesBetween(picture.view(), 128, 64, grid, 48);
        QCOMPARE(grid.size(), std::size_t{6});
        QVERIFY(between.size() > 15 && between.size() + grid.size() <= 48);
        std::set<std::pair<int, int>> corners;
        int right = 0;
        for (const auto* tiles : {&grid, &between}) {
            for (const Rect& tile : *tiles) {
                QVERIFY(corners.insert({tile.x, tile.y}).second);
                QVERIFY(tile.x + 128 <= 500 && tile.y + 128 <= 375);
                QVERIFY(tile.x % 8 == 0 && tile.y % 8 == 0);
                right = std::max(right, tile.x + 128);
            }
        }
        // The grid alone leaves out 116 pixels of each line.
        QVERIFY(right > 460);
    }

    void whereTheGridIsEnoughNothingIsAdded() {
        const auto picture = tests::noisyScene(1024, 1024, 2);
        const auto grid = model::usableTiles(picture.view(), 128);
        QVERIFY(model::tilesBetween(picture.view(), 128, 64, grid, 48).empty());
        QCOMPARE(model::tilesBetween(picture.view(), 128, 64, grid, 70).size(), 70 - grid.size());
    }

    void flatPicturesHaveNone() {
        const auto flat = tests::flatPicture(600, 600, {10, 200, 90});
        QVERIFY(model::usableTiles(flat.view(), 128).empty());
    }

    void liveBlasIsNamed() {
        QVERIFY(!model::liveBlas().library.empty());
        QVERIFY(model::physicalCores() >= 1);
    }
};

QTEST_GUILESS_MAIN(TileGridTest)
#include "tile_grid_test.moc"
