// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/support_fit.h"

#include "core/training/source_folds.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace core::training;
using core::evaluation::ScoredPicture;

class SupportFitTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void calibratedLogOddsStayAsTheyAre() {
        std::mt19937_64 random(5);
        std::normal_distribution<double> normal(0, 1.5);
        std::uniform_real_distribution<double> uniform;
        std::vector<FeatureRow> rows;
        std::vector<ScoredPicture> scores;
        for (int i = 0; i < 3000; ++i) {
            const double p = 1 / (1 + std::exp(-normal(random)));
            FeatureRow row;
            row.source = "source" + std::to_string(i % 60);
            row.isGenerated = uniform(random) < p;
            scores.push_back({p, row.isGenerated});
            rows.push_back(row);
        }
        const auto scale = fittedSupport(rows, scores, 1);
        QVERIFY(std::abs(scale.slope - 1) < 0.15);
        QVERIFY(std::abs(scale.offset) < 0.2);
        QVERIFY(scale.offsetVariance > 0 && scale.slopeVariance > 0);
        QVERIFY(scale.mostRatio > 300 && scale.mostRatio < 600); // about 1,500 of each class
    }

    /// Pixels and form that both say a little: together they must not accuse more photographs than
    /// was promised, pixels that lean the other way never do, and what they catch is more than the
    /// pixels alone.
    void joinedVerdictsKeepThePromises() {
        std::mt19937_64 random(9);
        std::normal_distribution<double> normal;
        JoinedScores scores;
        for (int i = 0; i < 6000; ++i) {
            FeatureRow row;
            row.source = "source" + std::to_string(i % 120);
            row.isGenerated = i % 2 == 0;
            const double side = row.isGenerated ? 1 : -1;
            const double pixels = 0.9 * side + normal(random);
            scores.rows.push_back(row);
            scores.pixels.push_back(std::exp(1.8 * pixels));
            scores.form.push_back(std::exp(1.8 * (0.9 * side + normal(random))));
            scores.byPixels.push_back({1 / (1 + std::exp(-1.8 * pixels)), row.isGenerated});
        }
        core::model::JoinedSupport joined;
        joined.weights = {0, 1, 1};
        joined.mostRatio = 1000;
        const Promises promises;
        fitJoinedVerdicts(scores, promises, joined);
        const Thresholds alone = thresholdsBesideJoined(scores, joined);
        const Thresholds pixels = fittedThresholds(scores.rows, scores.byPixels, promises);
        int accused = 0;
        int caught = 0;
        int caughtAlone = 0;
        for (std::size_t i = 0; i < scores.rows.size(); ++i) {
            const bool byPixels = scores.byPixels[i].score > alone.fakeAbove;
            const bool both = joined.saysFake(scores.pixels[i], scores.form[i]);
            (scores.rows[i].isGenerated ? caught : accused) += byPixels || both ? 1 : 0;
            caughtAlone +=
                scores.rows[i].isGenerated && scores.byPixels[i].score > pixels.fakeAbove ? 1 : 0;
        }
        QVERIFY2(accused <= 0.02 * 3000, qPrintable(QString::number(accused)));
        QVERIFY2(caught > 1.3 * caughtAlone, qPrintable(QString::number(caught)));
        QVERIFY(!joined.saysFake(1.9, 1000));
        QVERIFY(!joined.saysReal(0.6, 0.001));
    }

    void everySourceHasOneFoldAndAllAreUsed() {
        std::set<int> folds;
        for (int i = 0; i < 200; ++i)
            folds.insert(foldOf("owner/name" + std::to_string(i)));
        QCOMPARE(folds, (std::set<int>{0, 1, 2, 3, 4, kSealedFold}));
        QCOMPARE(foldOf("owner/name"), foldOf("owner/name"));
    }
};

QTEST_GUILESS_MAIN(SupportFitTest)
#include "support_fit_test.moc"
