// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scores.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace core::evaluation;

namespace {

std::vector<ScoredPicture> realsAndFakes(int reals, int fakes) {
    std::vector<ScoredPicture> pictures;
    for (int i = 0; i < reals; ++i)
        pictures.push_back({i / 1000.0, false});
    for (int i = 0; i < fakes; ++i)
        pictures.push_back({0.9 + i / 10000.0, true});
    return pictures;
}

} // namespace

class ScoresTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void areaIsTheShareOfRightlyOrderedPairs() {
        const std::vector<ScoredPicture> pictures = {
            {0.1, false}, {0.4, false}, {0.4, true}, {0.8, true}};
        QCOMPARE(areaUnderCurve(pictures), 3.5 / 4);
        QCOMPARE(areaUnderCurve(realsAndFakes(5, 5)), 1.0);
        QCOMPARE(areaUnderCurve(realsAndFakes(5, 0)), 0.5);
    }

    // Known values: no error in 149 is the smallest count that bounds a rate by 2 %.
    void upperRateAgreesWithClopperPearson() {
        QVERIFY(upperRate(0, 149) <= 0.02);
        QVERIFY(upperRate(0, 148) > 0.02);
        QVERIFY(upperRate(1, 236) <= 0.02);
        QVERIFY(upperRate(1, 235) > 0.02);
        QVERIFY(upperRate(5, 523) <= 0.02);
        QVERIFY(upperRate(5, 522) > 0.02);
        QCOMPARE(upperRate(3, 3), 1.0);
    }

    void intervalOfAHalfIsSymmetric() {
        const Interval interval = rateInterval(50, 100);
        QVERIFY(std::abs(interval.low + interval.high - 1) < 1e-9);
        QVERIFY(std::abs(interval.low - 0.3983) < 5e-4);
    }

    void tooFewPhotographsPromiseNothing() {
        QVERIFY(std::isinf(thresholdForFalseAccusations(realsAndFakes(148, 50), 0.02)));
        QVERIFY(!std::isinf(thresholdForFalseAccusations(realsAndFakes(149, 50), 0.02)));
    }

    void thresholdKeepsItsPromiseOnItsOwnData() {
        const auto pictures = realsAndFakes(600, 100);
        const double threshold = thresholdForFalseAccusations(pictures, 0.02);
        int accused = 0;
        for (const ScoredPicture& picture : pictures)
            accused += !picture.isFake && picture.score > threshold ? 1 : 0;
        QVERIFY(upperRate(accused, 600) <= 0.02);
        QVERIFY(accused > 0);
    }

    void perfectCalibrationHasNoError() {
        std::vector<ScoredPicture> pictures;
        for (int i = 0; i < 1000; ++i)
            pictures.push_back({0.25, i % 4 == 0});
        QVERIFY(calibrationError(pictures) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(ScoresTest)
#include "scores_test.moc"
