// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/confidence_fit.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace core;
using namespace core::training;

namespace {

struct Pictures {
    std::vector<FeatureRow> rows;
    std::vector<evaluation::ScoredPicture> scores;

    /// Pictures whose true log-odds are `truth` times those that are stated.
    void add(int count, double quality, double truth, unsigned seed) {
        std::mt19937 random(seed);
        std::normal_distribution<double> normal(0, 2);
        std::uniform_real_distribution<double> uniform;
        for (int i = 0; i < count; ++i) {
            const double stated = normal(random);
            FeatureRow row;
            row.evidence[model::kFileQuality] = quality;
            row.isGenerated = uniform(random) < 1 / (1 + std::exp(-truth * stated));
            scores.push_back({1 / (1 + std::exp(-stated)), row.isGenerated});
            rows.push_back(row);
        }
    }
};

} // namespace

class ConfidenceFitTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void overconfidenceIsMeasuredByQuality() {
        Pictures pictures;
        pictures.add(4000, 60, 0.4, 1);
        pictures.add(4000, 95, 1.0, 2);
        const auto steps = fittedConfidence(pictures.rows, pictures.scores);
        QCOMPARE(steps.size(), std::size_t{4});
        QVERIFY2(std::abs(steps[0].factor - 0.4) < 0.07,
                 qPrintable(QString::number(steps[0].factor)));
        QCOMPARE(steps[1].factor, 1.0); // no pictures, no statement
        QVERIFY(steps[2].factor > 0.9);
    }

    void confidenceIsNeverRaised() {
        Pictures pictures;
        pictures.add(4000, 60, 2.5, 3);
        QCOMPARE(fittedConfidence(pictures.rows, pictures.scores)[0].factor, 1.0);
    }

    void factorsMoveProbabilitiesTowardOneHalf() {
        Pictures pictures;
        pictures.add(50, 60, 1, 4);
        const auto moved = withConfidence(pictures.rows, pictures.scores, {{75, 0.5}});
        for (std::size_t i = 0; i < moved.size(); ++i) {
            QVERIFY(std::abs(moved[i].score - 0.5) <= std::abs(pictures.scores[i].score - 0.5));
            QCOMPARE(moved[i].score > 0.5, pictures.scores[i].score > 0.5);
        }
    }

    void filesThatAreNotJpegHaveTheLastStep() {
        QCOMPARE(model::confidenceFor({{75, 0.5}}, {}), 1.0);
        QCOMPARE(model::confidenceFor({{101, 0.5}, {102, 0.9}}, {}), 0.9);
        QCOMPARE(model::confidenceFor({{75, 0.5}, {101, 0.8}}, {{model::kFileQuality, 75.0}}), 0.8);
        QCOMPARE(model::confidenceFor({{75, 0.5}}, {{model::kFileQuality, 90.0}}), 1.0);
    }
};

QTEST_GUILESS_MAIN(ConfidenceFitTest)
#include "confidence_fit_test.moc"
