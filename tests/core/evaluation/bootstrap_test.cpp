// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/bootstrap.h"

#include <QTest>

#include <limits>
#include <string>
#include <vector>

using namespace core::evaluation;

namespace {

double meanOf(const std::vector<double>& values, std::span<const std::size_t> chosen) {
    double sum = 0;
    for (const std::size_t i : chosen)
        sum += values[i];
    return sum / static_cast<double>(chosen.size());
}

Interval intervalOf(const std::vector<double>& values, const std::vector<std::string>& clusters) {
    return bootstrapInterval(
        clusters, [&](std::span<const std::size_t> chosen) { return meanOf(values, chosen); });
}

} // namespace

class BootstrapTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void membersOfOneClusterStayTogether() {
        // Drawn one by one, a hundred of each give a narrow interval; as two clusters the mean is
        // 0, 0.5 or 1.
        std::vector<double> values;
        std::vector<std::string> clusters;
        for (int i = 0; i < 200; ++i) {
            values.push_back(i < 100 ? 0 : 1);
            clusters.emplace_back(i < 100 ? "a" : "b");
        }
        const Interval interval = intervalOf(values, clusters);
        QCOMPARE(interval.low, 0.0);
        QCOMPARE(interval.high, 1.0);
    }

    void oneClusterIsDrawnMemberByMember() {
        std::vector<double> values;
        for (int i = 0; i < 200; ++i)
            values.push_back(i % 2);
        const Interval interval = intervalOf(values, std::vector<std::string>(200, "a"));
        // 0.5 +- 1.96 * 0.5 / sqrt(200)
        QVERIFY(qAbs(interval.low - 0.431) < 0.02);
        QVERIFY(qAbs(interval.high - 0.569) < 0.02);
    }

    void sameInputGivesTheSameInterval() {
        const std::vector<double> values = {1, 2, 3, 4, 5};
        const std::vector<std::string> clusters = {"a", "b", "c", "d", "e"};
        QCOMPARE(intervalOf(values, clusters).low, intervalOf(values, clusters).low);
    }

    void drawsWithoutAFigureAreLeftOut() {
        const std::vector<std::string> clusters = {"a", "b"};
        const Interval interval =
            bootstrapInterval(clusters, [](std::span<const std::size_t> chosen) {
                return chosen[0] == chosen[1] ? std::numeric_limits<double>::quiet_NaN() : 7.0;
            });
        QCOMPARE(interval.low, 7.0);
        QCOMPARE(interval.high, 7.0);
    }
};

QTEST_GUILESS_MAIN(BootstrapTest)
#include "bootstrap_test.moc"
