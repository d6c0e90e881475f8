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
