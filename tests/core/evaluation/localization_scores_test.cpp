// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/localization_scores.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace core;
using namespace core::evaluation;

namespace {

/// 8 x 4 pixels, the left half white.
image::Image leftHalf() {
    auto bytes = std::make_shared<image::ByteBuffer>();
    for (int i = 0; i < 8 * 4; ++i)
        bytes->insert(bytes->end(), 3, i % 8 < 4 ? 255 : 0);
    return {8, 4, bytes};
}

} // namespace

class LocalizationScoresTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void perfectMapScoresOne() {
        const auto score = localization(HeatMap{2, 1, {0.9F, 0.1F}}, leftHalf());
        QCOMPARE(score.f1, 1.0);
        QCOMPARE(score.iou, 1.0);
        QCOMPARE(score.bestF1, 1.0);
    }

    // Three quarters marked: 16 hits, 8 false alarms.
    void falseAlarmsCount() {
        const auto score = localization(HeatMap{4, 1, {0.5F, 0.9F, 0.6F, 0.0F}}, leftHalf());
        QCOMPARE(score.f1, 32.0 / 40);
        QCOMPARE(score.iou, 16.0 / 24);
    }

    void bestThresholdIsChosenForEachPicture() {
        const auto score = localization(HeatMap{2, 1, {0.3F, 0.1F}}, leftHalf());
        QCOMPARE(score.f1, 0.0);
        QCOMPARE(score.bestF1, 1.0);
    }

    // The box covers half of the masked area and nothing else: 8 hits, 8 misses.
    void markedAreasAreCountedAlike() {
        const Region box{{0, 0, 4, 2}, {}, 1};
        QCOMPARE(localization(std::vector<Region>{box}, leftHalf()).f1, 16.0 / 24);
        QCOMPARE(localization(std::vector<Region>{}, leftHalf()).f1, 0.0);
        const Region polygon{{0, 0, 8, 4}, {{0, 0}, {3, 0}, {3, 3}, {0, 3}}, 1};
        QCOMPARE(localization(std::vector<Region>{polygon}, leftHalf()).iou, 1.0);
    }

    void nothingToCompareScoresZero() {
        QCOMPARE(localization(HeatMap{}, leftHalf()).f1, 0.0);
        QCOMPARE(localization(HeatMap{1, 1, {1.0F}}, {}).f1, 0.0);
    }
};

QTEST_GUILESS_MAIN(LocalizationScoresTest)
#include "localization_scores_test.moc"
