// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/threshold_fit.h"

#include <QTest>

using namespace core;
using namespace core::training;

namespace {

struct Pictures {
    std::vector<FeatureRow> rows;
    std::vector<evaluation::ScoredPicture> scores;

    /// Their scores rise evenly from `lowest` to `highest`.
    void add(int count, const FeatureRow& row, double lowest, double highest) {
        for (int i = 0; i < count; ++i) {
            rows.push_back(row);
            scores.push_back({lowest + (highest - lowest) * i / (count - 1), isFake(row)});
        }
    }
};

FeatureRow photograph(const std::string& source) {
    FeatureRow row;
    row.source = source;
    return row;
}

FeatureRow generated(const std::string& source) {
    FeatureRow row = photograph(source);
    row.isGenerated = true;
    return row;
}

FeatureRow manipulated(const std::string& source) {
    FeatureRow row = photograph(source);
    row.isManipulated = true;
    return row;
}

// Of different folds.
constexpr const char* kHere = "EliSchwartz/imagenet-sample-images";
constexpr const char* kThere = "jbhuang0604/SelfExSR";

Pictures pictures() {
    Pictures result;
    result.add(1000, photograph(kHere), 0.0, 0.6);
    result.add(1000, generated(kHere), 0.3, 1.0);
    return result;
}

Thresholds thresholdsOf(const Pictures& pictures) {
    return fittedThresholds(pictures.rows, pictures.scores, {});
}

} // namespace

class ThresholdFitTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void promisesAreKeptAsUpperBounds() {
        const Thresholds found = thresholdsOf(pictures());
        // Two in a hundred photographs lie above 0.588, one in twenty generated ones below 0.335:
        // the bound of a thousand pictures is a little stricter.
        QVERIFY2(found.fakeAbove > 0.588 && found.fakeAbove < 0.6,
                 qPrintable(QString::number(found.fakeAbove)));
        QVERIFY2(found.realBelow > 0.31 && found.realBelow < 0.335,
                 qPrintable(QString::number(found.realBelow)));
    }

    void manipulatedPicturesHaveNoSay() {
        Pictures more = pictures();
        more.add(1000, manipulated(kHere), 0.0, 0.3);
        const Thresholds found = thresholdsOf(more);
        QCOMPARE(found.realBelow, thresholdsOf(pictures()).realBelow);
        QCOMPARE(found.fakeAbove, thresholdsOf(pictures()).fakeAbove);
    }

    void theWorstFoldDecides() {
        Pictures more = pictures();
        more.add(1000, photograph(kThere), 0.0, 0.9);
        more.add(1000, generated(kThere), 0.1, 1.0);
        const Thresholds found = thresholdsOf(more);
        QVERIFY(found.fakeAbove > 0.88);
        QVERIFY(found.realBelow < 0.2);
    }

    void tooFewPicturesHaveNoSay() {
        Pictures more = pictures();
        more.add(20, photograph(kThere), 0.9, 0.95);
        more.add(20, generated(kThere), 0.0, 0.1);
        QCOMPARE(thresholdsOf(more).fakeAbove, thresholdsOf(pictures()).fakeAbove);
        QCOMPARE(thresholdsOf(more).realBelow, thresholdsOf(pictures()).realBelow);
    }

    void sureScoresLeaveRoomForDoubt() {
        Pictures sure;
        sure.add(1000, photograph(kHere), 0.0, 1.0);
        sure.add(1000, generated(kHere), 0.0, 1.0);
        for (auto& score : sure.scores)
            score.score = score.isFake ? 0 : 1;
        QCOMPARE(thresholdsOf(sure).realBelow, 0.001);
        QCOMPARE(thresholdsOf(sure).fakeAbove, 0.999);
    }
};

QTEST_GUILESS_MAIN(ThresholdFitTest)
#include "threshold_fit_test.moc"
