// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/tile_map.h"

#include <QTest>

#include <cmath>

using namespace core;

class TileMapTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void noTilesGiveNoMap() { QVERIFY(inference::foreignMap({}, 640, 480) == nullptr); }

    void foreignCellsLieWhereTheyWereMeasured() {
        model::TileScores scores;
        scores.tiles = {{128, 128, 128, 128}};
        scores.foreignOnMap.assign(64, -8.0F);
        scores.foreignOnMap[8 * 2 + 5] = 3.0F; // third row, sixth column of the tile
        const auto map = inference::foreignMap(scores, 384, 384);
        QCOMPARE(map->columns, 24);
        QCOMPARE(map->at(8 + 5, 8 + 2), static_cast<float>(inference::probabilityOf(3)));
        QVERIFY(map->at(8 + 4, 8 + 2) < 0.01F);
        QCOMPARE(map->at(0, 0), 0.0F);
    }

    void flatCellsSayWhatTheirNeighborsSay() {
        model::TileScores scores;
        scores.tiles = {{128, 128, 128, 128}};
        scores.foreignOnMap.assign(64, -8.0F);
        scores.foreignOnMap[8 * 2 + 5] = 3.0F;
        scores.isBlank.assign(64, false);
        scores.isBlank[8 * 2 + 5] = true;
        QVERIFY(inference::foreignMap(scores, 384, 384)->at(8 + 5, 8 + 2) < 0.01F);
        scores.foreignOnMap.assign(64, 3.0F);
        QCOMPARE(inference::foreignMap(scores, 384, 384)->at(8 + 5, 8 + 2),
                 static_cast<float>(inference::probabilityOf(3)));
    }

    void sizesThatNoGridDividesStayInside() {
        model::TileScores scores;
        scores.tiles = {{0, 0, 128, 128}, {128, 128, 128, 128}};
        scores.foreignOnMap.assign(128, 1.0F);
        const auto map = inference::foreignMap(scores, 259, 257);
        QCOMPARE(map->values.size(),
                 static_cast<std::size_t>(map->columns) * static_cast<std::size_t>(map->rows));
        QVERIFY(map->at(map->columns - 1, map->rows - 1) > 0.5F);
    }
};

QTEST_GUILESS_MAIN(TileMapTest)
#include "tile_map_test.moc"
