// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/foreign_parts.h"
#include "core/model/detector/tile_classifier.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace core;

namespace {

constexpr int kSide = model::kCellsPerTile;
constexpr std::size_t kCells = std::size_t{2} * kSide * kSide;

/// Two tiles side by side; the foreign part is four columns on either side of their seam.
struct Scene {
    std::vector<Rect> tiles = {{8, 16, model::kTileSide, model::kTileSide},
                               {8 + model::kTileSide, 16, model::kTileSide, model::kTileSide}};
    std::vector<float> features;
    std::vector<float> foreign;
    std::vector<bool> isBlank = std::vector<bool>(kCells, false);

    [[nodiscard]] std::vector<float> compared() const {
        return model::foreignBesideOthers({tiles, features, foreign, isBlank});
    }
};

std::size_t cellAt(int column, int row) {
    return static_cast<std::size_t>((column / kSide * kSide + row) * kSide + column % kSide);
}

bool isForeign(int column, int row) {
    return column >= 4 && column < 12 && row >= 2 && row < 6;
}

/// Features of the foreign part lie two deviations apart in every fourth channel; the network took
/// half of its cells for what they are, and none of the others.
Scene splicedScene() {
    std::mt19937 random(5);
    std::normal_distribution<float> noise(0, 1);
    Scene scene;
    scene.features.resize(kCells * model::kFeatureChannels);
    scene.foreign.assign(kCells, -3.0F);
    for (int row = 0; row < kSide; ++row) {
        for (int column = 0; column < 2 * kSide; ++column) {
            const std::size_t cell = cellAt(column, row);
            for (std::size_t c = 0; c < model::kFeatureChannels; ++c)
                scene.features[cell * model::kFeatureChannels + c] =
                    noise(random) + (isForeign(column, row) && c % 4 == 0 ? 2.0F : 0.0F);
            if (isForeign(column, row) && (column + row) % 2 == 0)
                scene.foreign[cell] = 4.0F;
        }
    }
    return scene;
}

} // namespace

class ForeignPartsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void cellsLikeTheForeignOnesAreFoundToo() {
        const Scene scene = splicedScene();
        const auto logOdds = scene.compared();
        QCOMPARE(logOdds.size(), kCells);
        int hits = 0;
        int falseAlarms = 0;
        for (int row = 0; row < kSide; ++row) {
            for (int column = 0; column < 2 * kSide; ++column) {
                const float value = logOdds[cellAt(column, row)];
                QVERIFY(value >= -8 && value <= 8);
                (isForeign(column, row) ? hits : falseAlarms) += value > 0;
            }
        }
        QVERIFY2(hits >= 24, qPrintable(QString::number(hits))); // of 32, of which 16 were known
        QVERIFY2(falseAlarms <= 4, qPrintable(QString::number(falseAlarms)));
    }

    void oneCellAloneIsNoPart() {
        Scene scene = splicedScene();
        scene.foreign.assign(kCells, -3.0F);
        scene.foreign[cellAt(15, 7)] = 4.0F;
        const auto logOdds = scene.compared();
        QVERIFY(std::ranges::all_of(logOdds, [](float value) { return value < 0; }));
    }

    void blankCellsHaveNoPartInIt() {
        Scene scene = splicedScene();
        const auto before = scene.compared();
        scene.isBlank[cellAt(0, 0)] = true;
        const auto marked = scene.compared();
        // Whatever a blank cell holds changes nothing elsewhere.
        scene.foreign[cellAt(0, 0)] = 8.0F;
        for (std::size_t c = 0; c < model::kFeatureChannels; ++c)
            scene.features[cellAt(0, 0) * model::kFeatureChannels + c] = 50.0F;
        QCOMPARE(scene.compared(), marked);
        QVERIFY(before != marked);
    }

    void nothingIsSaidOfNothing() {
        QVERIFY(model::foreignBesideOthers({{}, {}, {}, {}}).empty());
        Scene scene = splicedScene();
        scene.isBlank.assign(kCells, true);
        QCOMPARE(scene.compared().size(), kCells);
    }
};

QTEST_GUILESS_MAIN(ForeignPartsTest)
#include "foreign_parts_test.moc"
