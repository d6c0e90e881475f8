// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/agreement/condition_gates.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <random>

using namespace core;
using namespace core::inference;
using namespace core::examination;

namespace {

constexpr int kSide = 400;

image::Image drawn(const std::function<double(int x, int y)>& value) {
    auto bytes = std::make_shared<image::ByteBuffer>();
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            for (int channel = 0; channel < 3; ++channel)
                bytes->push_back(static_cast<std::uint8_t>(std::clamp(value(x, y), 0.0, 255.0)));
    return {kSide, kSide, std::move(bytes)};
}

/// Seeded noise of single pixels.
image::Image fine() {
    std::mt19937 random(7);
    return drawn([&](int, int) { return static_cast<double>(random() % 256); });
}

/// Waves that are dozens of pixels long.
image::Image soft() {
    return drawn(
        [](int x, int y) { return 128 + 50 * std::sin(x / 9.0) + 50 * std::cos(y / 11.0); });
}

Examination spoken(Verdict verdict, double pFake) {
    Examination examination;
    examination.verdict = verdict;
    examination.pFake = pFake;
    examination.thresholds = {0.5, 0.5};
    examination.manner = {{Manner::AiGenerated, 0.8}};
    return examination;
}

Clue reason(const char* id, std::map<std::string, double> numbers) {
    Clue clue;
    clue.templateId = id;
    clue.text = id;
    clue.evidence = std::move(numbers);
    return clue;
}

} // namespace

class ConditionGatesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void softPicturesAreKnown();
    void noVerdictOnSoftPicturesAndForbiddenOnes();
    void wornFilesNeedMoreThanHalf();
    void whatIsSaidOfSomewhatSoftPicturesCountsLess();
    void facesAreAWeakCategory();
};

void ConditionGatesTest::softPicturesAreKnown() {
    QVERIFY(fineDetailShare(fine()) > kLeastFineDetail);
    QVERIFY(fineDetailShare(soft()) < kLeastFineDetail);
    QCOMPARE(fineDetailShare({}), 0.0);
    // A plain area has no detail of either kind: that is not softness.
    auto plain = std::make_shared<image::ByteBuffer>(300 * 300 * 3, std::uint8_t{90});
    QCOMPARE(fineDetailShare({300, 300, plain}), 1.0);
}

void ConditionGatesTest::noVerdictOnSoftPicturesAndForbiddenOnes() {
    auto called = spoken(Verdict::Fake, 0.99);
    guardVerdict(called, {}, soft());
    QCOMPARE(called.verdict, Verdict::Inconclusive);
    QCOMPARE(called.clues.back().templateId, std::string("engines.soft"));
    QCOMPARE(called.inconclusiveReason, called.clues.back().text);
    for (const char* id :
         {"verdict.too_small", "verdict.incomplete", "verdict.heavy_compression"}) {
        auto forbidden = spoken(Verdict::Real, 0.01);
        guardVerdict(forbidden, {reason(id, {})}, fine());
        QCOMPARE(forbidden.verdict, Verdict::Inconclusive);
        QCOMPARE(forbidden.inconclusiveReason, std::string(id));
    }
    // What is said of the embedded detector alone, and a picture in order.
    auto good = spoken(Verdict::Fake, 0.7);
    guardVerdict(good, {reason("verdict.graphic", {}), reason("verdict.not_local", {})}, fine());
    QCOMPARE(good.verdict, Verdict::Fake);
    QCOMPARE(good.pFake, 0.7);
    QVERIFY(good.clues.empty());
}

void ConditionGatesTest::wornFilesNeedMoreThanHalf() {
    const std::vector<Clue> worn = {
        reason("verdict.less_certain", {{"confidence", 60}, {"quality", 70}})};
    auto weak = spoken(Verdict::Fake, 0.9);
    guardVerdict(weak, worn, fine());
    QVERIFY(std::abs(weak.pFake - 0.74) < 1e-9);
    QCOMPARE(weak.verdict, Verdict::Inconclusive);
    QVERIFY(std::abs(weak.manner.at(Manner::AiGenerated) - 0.48) < 1e-9);
    auto strong = spoken(Verdict::Fake, 0.99);
    guardVerdict(strong, {reason("verdict.small", {{"confidence", 90}})}, fine());
    QCOMPARE(strong.verdict, Verdict::Fake);
    QCOMPARE(strong.clues.size(), std::size_t{1});
    QCOMPARE(strong.clues.front().templateId, std::string("engines.small"));
}

void ConditionGatesTest::whatIsSaidOfSomewhatSoftPicturesCountsLess() {
    const auto waves = [](double length) {
        return drawn([=](int x, int y) {
            return 128 + 50 * std::sin(x / length) + 50 * std::cos(y / length);
        });
    };
    // Three shares of fine detail: little, more, and as usual.
    const double share = fineDetailShare(waves(2.2));
    QVERIFY(share > 0.70 && share < 0.74);
    auto softer = spoken(Verdict::Fake, 1);
    guardVerdict(softer, {}, waves(2.2));
    QCOMPARE(softer.verdict, Verdict::Inconclusive);
    QVERIFY(std::abs(softer.pFake - (0.5 + 0.5 * (share - 0.65) / 0.2)) < 1e-9);
    QCOMPARE(softer.clues.back().templateId, std::string("engines.softened"));
    QCOMPARE(softer.inconclusiveReason, softer.clues.back().text);
    auto nearly = spoken(Verdict::Fake, 1);
    guardVerdict(nearly, {}, waves(2.1));
    QCOMPARE(nearly.verdict, Verdict::Fake);
    QCOMPARE(nearly.clues.size(), std::size_t{1});
    auto usual = spoken(Verdict::Fake, 0.7);
    guardVerdict(usual, {}, waves(1.9));
    QCOMPARE(usual.verdict, Verdict::Fake);
    QVERIFY(usual.clues.empty());
}

void ConditionGatesTest::facesAreAWeakCategory() {
    auto face = spoken(Verdict::Fake, 0.99);
    face.category = Category::Face;
    guardVerdict(face, {}, fine());
    QCOMPARE(face.verdict, Verdict::Fake);
    QCOMPARE(face.clues.size(), std::size_t{1});
    QCOMPARE(face.clues.front().direction, Direction::Neutral);
}

QTEST_GUILESS_MAIN(ConditionGatesTest)
#include "condition_gates_test.moc"
