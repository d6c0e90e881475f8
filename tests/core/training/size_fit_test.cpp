// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/size_fit.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace core;
using namespace core::training;

namespace {

struct Pictures {
    std::vector<FeatureRow> rows;
    std::vector<evaluation::ScoredPicture> scores;

    /// Their log-odds lie around `mean`.
    void add(int count, int width, int height, bool isGenerated, double mean, unsigned seed) {
        std::mt19937 random(seed);
        std::normal_distribution<double> normal(mean, 1);
        for (int i = 0; i < count; ++i) {
            FeatureRow row;
            row.isGenerated = isGenerated;
            row.width = width;
            row.height = height;
            rows.push_back(row);
            scores.push_back({1 / (1 + std::exp(-normal(random))), isGenerated});
        }
    }
};

/// Small pictures of both classes score lower by 1; most small ones are photographs.
Pictures pictures() {
    Pictures result;
    result.add(2000, 400, 300, false, -1.5, 1);
    result.add(200, 400, 300, true, 0.5, 2);
    result.add(500, 2000, 1000, false, -0.5, 3);
    result.add(1000, 2000, 1000, true, 1.5, 4);
    return result;
}

double meanLogOdds(const std::vector<evaluation::ScoredPicture>& scores, std::size_t first,
                   std::size_t last) {
    double sum = 0;
    for (std::size_t i = first; i < last; ++i)
        sum += std::log(scores[i].score / (1 - scores[i].score));
    return sum / static_cast<double>(last - first);
}

} // namespace

class SizeFitTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sizeSaysNothingAboutTheClass() {
        const Pictures before = pictures();
        const auto after =
            withSize(before.rows, before.scores, fittedSize(before.rows, before.scores));
        const double smallMiddle =
            (meanLogOdds(after, 0, 2000) + meanLogOdds(after, 2000, 2200)) / 2;
        const double largeMiddle =
            (meanLogOdds(after, 2200, 2700) + meanLogOdds(after, 2700, 3700)) / 2;
        QVERIFY2(std::abs(smallMiddle) < 0.2, qPrintable(QString::number(smallMiddle)));
        QVERIFY2(std::abs(largeMiddle) < 0.2, qPrintable(QString::number(largeMiddle)));
    }

    void howCommonAClassIsAtASizeDoesNotMatter() {
        const Pictures some = pictures();
        Pictures more = pictures();
        // The same photographs ten times.
        for (int i = 0; i < 9; ++i) {
            more.rows.insert(more.rows.end(), some.rows.begin(), some.rows.begin() + 2000);
            more.scores.insert(more.scores.end(), some.scores.begin(), some.scores.begin() + 2000);
        }
        const auto a = fittedSize(some.rows, some.scores);
        const auto b = fittedSize(more.rows, more.scores);
        QVERIFY(std::abs(a.offset - b.offset) < 1e-6);
        QVERIFY(std::abs(a.offsetPerOctave - b.offsetPerOctave) < 1e-6);
        QVERIFY(std::abs(a.factor - b.factor) < 1e-6);
    }

    void oneClassAloneChangesNothing() {
        Pictures photographs;
        photographs.add(500, 400, 300, false, -1, 1);
        photographs.add(500, 2000, 1000, false, -1, 2);
        const auto size = fittedSize(photographs.rows, photographs.scores);
        QCOMPARE(size.corrected(1.25, 0.12), 1.25);
    }

    void confidenceIsThatOfOneMegapixel() {
        const model::SizeCorrection size{0.1, -0.2, 1, 0.25};
        QCOMPARE(size.confidenceAt(1), 1.0);
        QCOMPARE(size.confidenceAt(0.5), 0.8);
        // Beyond the pictures that it was fitted to nothing changes any more.
        QCOMPARE(size.corrected(1, 2), size.corrected(1, 50));
        QCOMPARE(size.corrected(1, 0.125), size.corrected(1, 0.01));
    }
};

QTEST_GUILESS_MAIN(SizeFitTest)
#include "size_fit_test.moc"
