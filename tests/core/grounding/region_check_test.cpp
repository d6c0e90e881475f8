// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/region_check.h"

#include <QtTest>

#include <algorithm>

using namespace core;
using namespace core::grounding;
using examination::RegionStatus;

namespace {

std::vector<Loss> controlsAround(double sentence, int count = 19) {
    std::vector<Loss> controls;
    for (int i = 0; i < count; ++i)
        controls.push_back({sentence + 0.01 * (i % 5), 0});
    return controls;
}

} // namespace

class RegionCheckTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void controlsHaveTheSameSizeElsewhere();
    void controlsAreRepeatable();
    void controlsResembleTheRegion();
    void noRoomGivesNoControls();
    void clearLossesAreSupported();
    void smallOrCommonLossesAreNotTied();
    void gainsOfBothContradict();
    void fewControlsAreJudgedByDistance();
    void bothWaysMustAgree();
};

void RegionCheckTest::controlsHaveTheSameSizeElsewhere() {
    const std::vector<Rect> boxes = {{10, 10, 60, 40}, {200, 220, 30, 30}};
    const auto controls = controlRegions(boxes, 336, 336, [](const Rect&) { return 1.0; }, {});
    QCOMPARE(controls.size(), std::size_t{19});
    for (const auto& control : controls) {
        long long common = 0;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            QCOMPARE(control[i].width, boxes[i].width);
            QCOMPARE(control[i].height, boxes[i].height);
            QCOMPARE(intersection(control[i], {0, 0, 336, 336}), control[i]);
            for (const Rect& box : boxes)
                common += intersection(control[i], box).area();
        }
        QVERIFY(static_cast<double>(common) < 0.3 * (60 * 40 + 30 * 30));
    }
}

void RegionCheckTest::controlsAreRepeatable() {
    const auto made = [](std::uint64_t seed) {
        return controlRegions({{50, 60, 70, 80}}, 336, 336, [](const Rect&) { return 1.0; },
                              {19, 0.3, seed});
    };
    QCOMPARE(made(5), made(5));
    QVERIFY(made(5) != made(6));
}

void RegionCheckTest::controlsResembleTheRegion() {
    // The left half is textured, and so is the region.
    const auto texture = [](const Rect& box) { return box.x + box.width / 2 < 168 ? 20.0 : 0.5; };
    const auto controls = controlRegions({{20, 20, 40, 40}}, 336, 336, texture, {});
    const auto alike = std::ranges::count_if(
        controls, [&](const auto& control) { return texture(control.front()) > 1; });
    QVERIFY2(alike >= 18, qPrintable(QString::number(alike)));
}

void RegionCheckTest::noRoomGivesNoControls() {
    QVERIFY(
        controlRegions({{0, 0, 330, 330}}, 336, 336, [](const Rect&) { return 1.0; }, {}).empty());
    QCOMPARE(judged({5, 5}, {}).status, RegionStatus::NotTied);
}

void RegionCheckTest::clearLossesAreSupported() {
    const auto controls = controlsAround(0.0);
    const LossTest test = judged({0.8, 0.3}, controls);
    QCOMPARE(test.status, RegionStatus::Supported);
    QCOMPARE(test.p, 0.05);
    QVERIFY(test.z > 5);
}

void RegionCheckTest::smallOrCommonLossesAreNotTied() {
    QCOMPARE(judged({0.09, 0.3}, controlsAround(0.0)).status, RegionStatus::NotTied);
    QCOMPARE(judged({0.8, 0.3}, controlsAround(0.79)).status, RegionStatus::NotTied);
    auto withOneLarger = controlsAround(0.0);
    withOneLarger[3].sentence = 0.9;
    QCOMPARE(judged({0.8, 0.3}, withOneLarger).status, RegionStatus::NotTied);
    QVERIFY(!isWorthControls({0.05, 2}));
    QVERIFY(isWorthControls({0.5, -2}));
}

void RegionCheckTest::gainsOfBothContradict() {
    QCOMPARE(judged({-0.5, -0.2}, controlsAround(0.0)).status, RegionStatus::Contradicted);
    QCOMPARE(judged({-0.5, 0.2}, controlsAround(0.0)).status, RegionStatus::NotTied);
    QVERIFY(isWorthControls({-0.5, -0.2}));
    QVERIFY(!isWorthControls({-0.5, 0.2}));
}

void RegionCheckTest::fewControlsAreJudgedByDistance() {
    QCOMPARE(judged({0.8, 0.1}, controlsAround(0.1, 8)).status, RegionStatus::Supported);
    std::vector<Loss> wide = {{0, 0}, {1, 0}, {0, 0}, {1, 0}, {0, 0}, {1, 0}, {0, 0}, {1, 0}};
    QCOMPARE(judged({1.2, 0.1}, wide).status, RegionStatus::NotTied);
}

void RegionCheckTest::bothWaysMustAgree() {
    QCOMPARE(agreed(RegionStatus::Supported, RegionStatus::Supported), RegionStatus::Supported);
    QCOMPARE(agreed(RegionStatus::Supported, RegionStatus::NotTied), RegionStatus::NotTied);
    QCOMPARE(agreed(RegionStatus::Supported, RegionStatus::Contradicted), RegionStatus::NotTied);
}

QTEST_GUILESS_MAIN(RegionCheckTest)
#include "region_check_test.moc"
