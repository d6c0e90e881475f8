// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blas_info.h"
#include "core/model/detector/residual_features.h"
#include "tests/support/picture_maker.h"

#include <QTest>

#include <cmath>

using namespace core;

class ResidualFeaturesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyNumberIsFiniteAndNamed() {
        const auto picture = tests::noisyScene(700, 500, 2);
        const auto features = model::residualFeatures(picture.view());
        QVERIFY(features.has_value());
        QVERIFY(features->tiles.size() >= 8);
        QCOMPARE(features->rows.size(), features->tiles.size());
        for (const auto& row : features->rows) {
            QCOMPARE(row.size(), model::residualFeatureNames().size());
            for (const float value : row)
                QVERIFY(std::isfinite(value));
        }
    }

    void tilesLieInsideThePictureOnMultiplesOfEight() {
        const auto picture = tests::noisyScene(1001, 803, 2);
        const auto features = model::residualFeatures(picture.view());
        QVERIFY(features.has_value());
        for (const Rect& tile : features->tiles) {
            QVERIFY(tile.x >= 0 && tile.y >= 0);
            QVERIFY(tile.x + tile.width <= 1001 && tile.y + tile.height <= 803);
            QCOMPARE(tile.x % 8, 0);
            QCOMPARE(tile.y % 8, 0);
        }
    }

    void threadsDoNotChangeTheNumbers() {
        const auto picture = tests::noisyScene(900, 700, 7);
        model::useThreads(1);
        const auto one = model::residualFeatures(picture.view());
        model::useThreads(2);
        const auto two = model::residualFeatures(picture.view());
        QVERIFY(one && two);
        QVERIFY(one->rows == two->rows);
    }

    void flatAndSmallPicturesHaveNoTiles() {
        const auto flat = tests::flatPicture(600, 600, {10, 200, 90});
        QVERIFY(model::residualFeatures(flat.view())->tiles.empty());
        const auto small = tests::noisyScene(120, 400, 1);
        QVERIFY(model::residualFeatures(small.view())->tiles.empty());
        QVERIFY(model::residualFeatures({})->tiles.empty());
    }

    void cancelledIsAnError() {
        std::stop_source stop;
        stop.request_stop();
        const auto picture = tests::noisyScene(700, 500, 2);
        const auto features = model::residualFeatures(picture.view(), stop.get_token());
        QVERIFY(!features);
        QCOMPARE(features.error().code, ErrorCode::Cancelled);
    }

    void liveBlasIsNamed() { QVERIFY(!model::liveBlas().library.empty()); }
};

QTEST_GUILESS_MAIN(ResidualFeaturesTest)
#include "residual_features_test.moc"
