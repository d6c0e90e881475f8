// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/manipulation.h"

#include <QTest>

#include <cstdlib>
#include <memory>
#include <random>

using namespace core;
using namespace core::training;

namespace {

image::Image texture(int width, int height, unsigned seed) {
    std::mt19937 random(seed);
    auto bytes = std::make_shared<image::ByteBuffer>();
    for (int i = 0; i < width * height; ++i) {
        for (int channel = 0; channel < 3; ++channel)
            bytes->push_back(static_cast<std::uint8_t>(80 + (i % width) / 2 + random() % 60));
    }
    return {width, height, bytes};
}

} // namespace

class ManipulationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void onlyWhatTheMaskShowsIsChanged_data() {
        QTest::addColumn<int>("kind");
        for (const Manipulation kind : kAllManipulations)
            QTest::newRow(manipulationName(kind).data()) << static_cast<int>(kind);
    }
    void onlyWhatTheMaskShowsIsChanged() {
        QFETCH(const int, kind);
        const auto host = texture(200, 160, 1);
        const auto result =
            manipulated(host, texture(300, 200, 2), static_cast<Manipulation>(kind), 5);
        QVERIFY(result.has_value());
        QCOMPARE(result->mask.width(), 200);
        const auto& before = *host.bytes();
        const auto& after = *result->picture.bytes();
        const auto& mask = *result->mask.bytes();
        int inside = 0;
        int changedInside = 0;
        int changedFarOutside = 0;
        for (int i = 0; i < 200 * 160; ++i) {
            const auto at = static_cast<std::size_t>(i) * 3;
            const bool isChanged = std::abs(before[at] - after[at]) > 1;
            inside += mask[at] == 255 ? 1 : 0;
            changedInside += mask[at] == 255 && isChanged ? 1 : 0;
            changedFarOutside += mask[at] == 0 && isChanged ? 1 : 0;
        }
        QVERIFY(inside > 200 * 160 * 0.02 && inside < 200 * 160 * 0.25);
        QVERIFY(changedInside > inside / 2);
        // The soft edge reaches a little beyond the mask.
        QVERIFY(changedFarOutside < inside);
    }

    void sameSeedGivesTheSamePixels() {
        const auto host = texture(200, 160, 1);
        const auto one = manipulated(host, {}, Manipulation::Inpainting, 9);
        const auto two = manipulated(host, {}, Manipulation::Inpainting, 9);
        QVERIFY(*one->picture.bytes() == *two->picture.bytes());
        const auto other = manipulated(host, {}, Manipulation::Inpainting, 10);
        QVERIFY(*one->picture.bytes() != *other->picture.bytes());
    }

    void unusablePicturesAreRefused() {
        QVERIFY(!manipulated(texture(100, 300, 1), {}, Manipulation::CopyMove, 1).has_value());
        QVERIFY(!manipulated(texture(200, 200, 1), {}, Manipulation::Splice, 1).has_value());
    }
};

QTEST_GUILESS_MAIN(ManipulationTest)
#include "manipulation_test.moc"
