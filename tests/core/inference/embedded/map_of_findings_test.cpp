// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/map_of_findings.h"

#include <QTest>

using namespace core;

namespace {

/// 20 x 10 cells of 16 pixels; the learned detector points to the upper right corner.
constexpr int kColumns = 20;
constexpr int kRows = 10;
constexpr int kWidth = 320;
constexpr int kHeight = 160;

std::shared_ptr<const HeatMap> learnedMap() {
    HeatMap map{kColumns, kRows, std::vector<float>(kColumns * kRows, 0.2F)};
    map.values[kColumns - 1] = 0.9F;
    return std::make_shared<HeatMap>(map);
}

forensics::Evidence found(examination::Direction direction, std::vector<Region> regions) {
    forensics::Evidence evidence;
    evidence.analyzer = "jpeg_ghost";
    evidence.applies = true;
    forensics::Finding finding;
    finding.direction = direction;
    finding.strength = 0.6;
    finding.regions = std::move(regions);
    evidence.findings.push_back(finding);
    return evidence;
}

const Region kBox{{32, 32, 64, 48}, {}, 1};

} // namespace

class MapOfFindingsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anAreaThatWasFoundOutranksTheLearnedMap() {
        const auto map = inference::withFindings(
            learnedMap(), {found(examination::Direction::Fake, {kBox})}, kWidth, kHeight);
        QCOMPARE(map->at(2, 2), 0.8F);
        QCOMPARE(map->at(5, 4), 0.8F);
        QVERIFY(map->at(6, 2) < 0.5F);
        QVERIFY(map->at(2, 1) < 0.5F);
        // What the learned detector says elsewhere stays visible, but below the line.
        QVERIFY(map->at(kColumns - 1, 0) < 0.5F);
        QVERIFY(map->at(kColumns - 1, 0) > map->at(kColumns - 2, 0));
    }

    void anOutlineIsFollowed() {
        Region triangle = kBox;
        triangle.polygon = {{32, 32}, {96, 32}, {32, 80}};
        const auto map = inference::withFindings(
            learnedMap(), {found(examination::Direction::Fake, {triangle})}, kWidth, kHeight);
        QCOMPARE(map->at(2, 2), 0.8F);
        QVERIFY(map->at(5, 4) < 0.5F);
    }

    void anAreaSmallerThanACellIsShown() {
        const Region small{{33, 33, 4, 4}, {}, 1};
        const auto map = inference::withFindings(
            learnedMap(), {found(examination::Direction::Fake, {small})}, kWidth, kHeight);
        QCOMPARE(map->at(2, 2), 0.8F);
        QVERIFY(map->at(3, 2) < 0.5F);
    }

    void areasBeyondTheEdgeDoNoHarm() {
        const Region large{{-50, -50, 1000, 1000}, {}, 1};
        const auto map = inference::withFindings(
            learnedMap(), {found(examination::Direction::Fake, {large})}, kWidth, kHeight);
        QCOMPARE(map->at(kColumns - 1, kRows - 1), 0.8F);
    }

    void withoutAnAreaTheLearnedMapStays() {
        const auto learned = learnedMap();
        const auto whole = found(examination::Direction::Fake, {});
        const auto real = found(examination::Direction::Real, {kBox});
        QCOMPARE(inference::withFindings(learned, {whole, real}, kWidth, kHeight), learned);
        QCOMPARE(inference::withFindings(learned, {}, kWidth, kHeight), learned);
        QVERIFY(!inference::withFindings(nullptr, {found(examination::Direction::Fake, {kBox})},
                                         kWidth, kHeight));
    }
};

QTEST_GUILESS_MAIN(MapOfFindingsTest)
#include "map_of_findings_test.moc"
