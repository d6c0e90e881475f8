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

    /// Their stated log-odds are 2 and -2; so many of them are right.
    void add(int count, int width, int height, bool isGenerated, double shareRight, unsigned seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> uniform;
        for (int i = 0; i < count; ++i) {
            FeatureRow row;
            row.isGenerated = isGenerated;
            row.width = width;
            row.height = height;
            rows.push_back(row);
            const bool saysGenerated = (uniform(random) < shareRight) == isGenerated;
            scores.push_back({1 / (1 + std::exp(saysGenerated ? -2.0 : 2.0)), isGenerated});
        }
    }
};

double logOddsOf(double share) {
    return std::log(share / (1 - share));
}

/// Small pictures say less than large ones; most small ones are photographs.
Pictures pictures() {
    Pictures result;
    result.add(4000, 500, 250, false, 0.6, 1);
    result.add(1000, 500, 250, true, 0.6, 2);
    result.add(1000, 2000, 1000, false, 0.9, 3);
    result.add(4000, 2000, 1000, true, 0.9, 4);
    return result;
}

} // namespace

class SizeFitTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void smallPicturesAreTrustedAsFarAsTheyWereRight() {
        const Pictures all = pictures();
        const auto size = fittedSize(all.rows, all.scores);
        const double small = 2 * size.at(0.125);
        const double large = 2 * size.at(2);
        QVERIFY2(std::abs(small - logOddsOf(0.6)) < 0.15, qPrintable(QString::number(small)));
        QVERIFY2(std::abs(large - logOddsOf(0.9)) < 0.25, qPrintable(QString::number(large)));
        const auto after = withSize(all.rows, all.scores, size);
        QVERIFY(std::abs(logOddsOf(after.back().score)) > 1.5);
        QVERIFY(std::abs(logOddsOf(after.front().score)) < 0.6);
    }

    void howCommonAClassIsAtASizeDoesNotMatter() {
        const Pictures some = pictures();
        Pictures more = pictures();
        // The same small photographs ten times.
        for (int i = 0; i < 9; ++i) {
            more.rows.insert(more.rows.end(), some.rows.begin(), some.rows.begin() + 4000);
            more.scores.insert(more.scores.end(), some.scores.begin(), some.scores.begin() + 4000);
        }
        const auto a = fittedSize(some.rows, some.scores);
        const auto b = fittedSize(more.rows, more.scores);
        QVERIFY(std::abs(a.middle - b.middle) < 1e-6);
        QVERIFY(std::abs(a.perOctave - b.perOctave) < 1e-6);
    }

    void oneClassAloneChangesNothing() {
        Pictures photographs;
        photographs.add(500, 500, 250, false, 0.6, 1);
        photographs.add(500, 2000, 1000, false, 0.9, 2);
        const auto size = fittedSize(photographs.rows, photographs.scores);
        QCOMPARE(size.at(0.125), 1.0);
        QCOMPARE(size.at(2), 1.0);
    }

    void confidenceIsThatOfOneMegapixel() {
        const model::SizeFactor size{1, 0.25};
        QCOMPARE(size.confidenceAt(1), 1.0);
        QCOMPARE(size.confidenceAt(0.5), 0.8);
        // Beyond the pictures that it was fitted to nothing changes any more.
        QCOMPARE(size.at(2), size.at(50));
        QCOMPARE(size.at(0.125), size.at(0.01));
    }
};

QTEST_GUILESS_MAIN(SizeFitTest)
#include "size_fit_test.moc"
