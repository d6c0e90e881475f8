// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/tile_map.h"

#include <QTest>

#include <cmath>

using namespace core;

class TileMapTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void noTilesGiveNoMap() {
        QVERIFY(inference::tileMaps({}, 640, 480, 0).generated == nullptr);
        QVERIFY(inference::merged({}) == nullptr);
    }

    void theUsualRangeEndsAtOneHalf() {
        model::TileScores scores;
        scores.tiles = {{0, 0, 128, 128}};
        scores.logOdds = {1.5F};
        QCOMPARE(inference::tileMaps(scores, 128, 128, 1.5).generated->at(0, 0), 0.5F);
    }

    void foreignCellsLieWhereTheyWereMeasured() {
        model::TileScores scores;
        scores.tiles = {{128, 128, 128, 128}};
        scores.logOdds = {-8.0F};
        scores.foreignOnMap.assign(64, -8.0F);
        scores.foreignOnMap[8 * 2 + 5] = 3.0F; // third row, sixth column of the tile
        const auto maps = inference::tileMaps(scores, 384, 384, 0);
        QCOMPARE(maps.foreign->columns, 24);
        QCOMPARE(maps.foreign->at(8 + 5, 8 + 2), static_cast<float>(inference::probabilityOf(3)));
        QVERIFY(maps.foreign->at(8 + 4, 8 + 2) < 0.01F);
        QCOMPARE(maps.foreign->at(0, 0), 0.0F);
        QCOMPARE(inference::merged(maps)->at(8 + 5, 8 + 2), maps.foreign->at(8 + 5, 8 + 2));
        scores.isBlank.assign(64, false);
        scores.isBlank[8 * 2 + 5] = true;
        QVERIFY(inference::tileMaps(scores, 384, 384, 0).foreign->at(8 + 5, 8 + 2) < 0.01F);
        // A gap between foreign cells is closed.
        scores.foreignOnMap.assign(64, 3.0F);
        QCOMPARE(inference::tileMaps(scores, 384, 384, 0).foreign->at(8 + 5, 8 + 2),
                 static_cast<float>(inference::probabilityOf(3)));
    }

    void aTileFillsItsOwnPlaceOnly() {
        model::TileScores scores;
        scores.tiles = {{128, 0, 128, 128}};
        scores.logOdds = {2.0F};
        const auto map = inference::tileMaps(scores, 512, 256, 0).generated;
        QCOMPARE(map->columns, 32);
        QCOMPARE(map->rows, 16);
        for (int row = 0; row < 16; ++row) {
            for (int column = 0; column < 32; ++column) {
                const bool isInside = column >= 8 && column < 16 && row < 8;
                const float expected =
                    isInside ? static_cast<float>(inference::probabilityOf(2)) : 0.0F;
                QCOMPARE(map->at(column, row), expected);
            }
        }
    }

    void skippedTilesShowTheirNearestScoredOne() {
        model::TileScores scores;
        scores.tiles = {{0, 0, 128, 128}, {512, 0, 128, 128}};
        scores.logOdds = {-3.0F, 3.0F};
        scores.skipped = {{128, 0, 128, 128}, {384, 0, 128, 128}, {1152, 0, 128, 128}};
        const auto map = inference::tileMaps(scores, 1280, 128, 0).generated;
        QCOMPARE(map->at(8, 0), static_cast<float>(inference::probabilityOf(-3)));
        QCOMPARE(map->at(28, 0), static_cast<float>(inference::probabilityOf(3)));
        QCOMPARE(map->at(16, 0), 0.0F); // neither scored nor skipped: flat
        QCOMPARE(map->at(72, 0), 0.0F); // too far from any scored tile
    }

    void sizesThatNoGridDividesStayInside() {
        model::TileScores scores;
        scores.tiles = {{0, 0, 128, 128}, {128, 128, 128, 128}};
        scores.logOdds = {1, 1};
        const auto map = inference::tileMaps(scores, 259, 257, 0).generated;
        QCOMPARE(map->values.size(),
                 static_cast<std::size_t>(map->columns) * static_cast<std::size_t>(map->rows));
        QVERIFY(map->at(map->columns - 1, map->rows - 1) > 0.5F);
    }
};

QTEST_GUILESS_MAIN(TileMapTest)
#include "tile_map_test.moc"
