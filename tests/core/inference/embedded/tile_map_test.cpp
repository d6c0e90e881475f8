// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/tile_map.h"

#include <QTest>

#include <cmath>

using namespace core;

class TileMapTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void noTilesGiveNoMap() { QVERIFY(inference::tileMap({}, 640, 480) == nullptr); }

    void aTileFillsItsOwnPlaceOnly() {
        model::TileScores scores;
        scores.tiles = {{128, 0, 128, 128}};
        scores.logOdds = {2.0F};
        const auto map = inference::tileMap(scores, 512, 256);
        QCOMPARE(map->columns, 8);
        QCOMPARE(map->rows, 4);
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 8; ++column) {
                const bool isInside = column >= 2 && column < 4 && row < 2;
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
        const auto map = inference::tileMap(scores, 1280, 128);
        QCOMPARE(map->at(2, 0), static_cast<float>(inference::probabilityOf(-3)));
        QCOMPARE(map->at(7, 0), static_cast<float>(inference::probabilityOf(3)));
        QCOMPARE(map->at(4, 0), 0.0F);  // neither scored nor skipped: flat
        QCOMPARE(map->at(18, 0), 0.0F); // too far from any scored tile
    }

    void sizesThatNoGridDividesStayInside() {
        model::TileScores scores;
        scores.tiles = {{0, 0, 128, 128}, {128, 128, 128, 128}};
        scores.logOdds = {1, 1};
        const auto map = inference::tileMap(scores, 259, 257);
        QCOMPARE(map->values.size(),
                 static_cast<std::size_t>(map->columns) * static_cast<std::size_t>(map->rows));
        QVERIFY(map->at(map->columns - 1, map->rows - 1) > 0.5F);
    }
};

QTEST_GUILESS_MAIN(TileMapTest)
#include "tile_map_test.moc"
