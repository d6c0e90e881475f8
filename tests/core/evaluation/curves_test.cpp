// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/curves.h"

#include <QTest>

#include <vector>

using namespace core::evaluation;

namespace {

/// From the highest score: fake, real and fake tied, real.
const std::vector<ScoredPicture> kFour = {{0.9, true}, {0.6, false}, {0.6, true}, {0.2, false}};

} // namespace

class CurvesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tiedScoresMakeOneStepOfTheRoc() {
        const std::vector<core::Point> wanted = {{0, 0}, {0, 0.5}, {0.5, 1}, {1, 1}};
        QVERIFY(rocCurve(kFour) == wanted);
    }

    void rocNeedsBothClasses() {
        QVERIFY(rocCurve(std::vector<ScoredPicture>{{0.5, true}}).empty());
        QVERIFY(rocCurve({}).empty());
    }

    // Squared distances 0.01, 0.36, 0.16, 0.04.
    void brierScoreIsTheMeanSquaredDistance() {
        QVERIFY(qAbs(brierScore(kFour) - 0.57 / 4) < 1e-12);
    }

    // Bins at 0.9 (off by 0.1), 0.6 (two, off by 0.1) and 0.2 (off by 0.2).
    void widthBinsWeighByTheirCount() {
        QVERIFY(qAbs(calibrationErrorByWidth(kFour) - 0.5 / 4) < 1e-12);
        QCOMPARE(reliability(kFour).size(), std::size_t{3});
    }

    void probabilityOfOneFallsIntoTheLastBin() {
        const auto bins = reliability(std::vector<ScoredPicture>{{1.0, true}, {0.95, true}});
        QCOMPARE(bins.size(), std::size_t{1});
        QCOMPARE(bins[0].count, 2);
    }

    // Most certain first: 0.9 right, 0.2 right, then the tie with one error.
    void riskRisesWithCoverage() {
        const std::vector<core::Point> wanted = {{0.25, 0}, {0.5, 0}, {1, 0.25}};
        QVERIFY(riskCoverage(kFour) == wanted);
    }
};

QTEST_GUILESS_MAIN(CurvesTest)
#include "curves_test.moc"
