// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/condition.h"

#include "core/image/copy_encoder.h"
#include "core/image/safe_decoder.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace core;
using namespace core::evaluation;

namespace {

image::Image gradient(int width, int height) {
    auto bytes = std::make_shared<image::ByteBuffer>();
    for (int i = 0; i < width * height; ++i) {
        for (int channel = 0; channel < 3; ++channel)
            bytes->push_back(static_cast<std::uint8_t>((i * (channel + 1) + i / width) % 251));
    }
    return {width, height, bytes};
}

image::EvidenceFile pngOf(const image::Image& picture) {
    image::EvidenceFile file;
    file.bytes = std::make_shared<const image::ByteBuffer>(*image::encodePng(picture));
    file.format = image::Format::Png;
    return file;
}

image::Image under(Condition condition, const image::Image& picture) {
    const auto file = underCondition(pngOf(picture), picture, condition);
    return file ? image::decode(*file, {})->image : image::Image();
}

} // namespace

class ConditionTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void namesReadBack() {
        for (const Condition condition : kAllConditions)
            QVERIFY(conditionNamed(conditionName(condition)) == condition);
        QVERIFY(!conditionNamed("jpeg91").has_value());
    }

    void pictureAsFoundKeepsItsBytes() {
        const auto picture = gradient(64, 48);
        const auto original = pngOf(picture);
        QVERIFY(underCondition(original, picture, Condition::AsIs)->bytes == original.bytes);
    }

    void everyConditionGivesAReadablePicture() {
        const auto picture = gradient(101, 67);
        for (const Condition condition : kAllConditions) {
            const auto result = under(condition, picture);
            QVERIFY2(!result.isNull(), conditionName(condition).data());
            const bool isHalf =
                condition == Condition::Resize50 || condition == Condition::Resize50Jpeg70;
            QCOMPARE(result.width(), isHalf ? 50 : condition == Condition::Crop ? 75 : 101);
        }
    }

    void cropLeavesTheGridOfEight() {
        const auto picture = gradient(128, 128);
        const auto part = under(Condition::Crop, picture);
        // 128 / 8 rounded down to the grid, and three further.
        const int from = 19;
        QCOMPARE(part.view().data[0],
                 picture.view().data[from * picture.view().bytesPerRow + from * 3]);
    }

    void noiseHasItsDeviationAndIsTheSameEachTime() {
        auto gray = std::make_shared<image::ByteBuffer>(200 * 200 * 3, 128);
        const image::Image picture(200, 200, gray);
        const auto noisy = under(Condition::Noise, picture);
        double sum = 0;
        for (const auto value : *noisy.bytes())
            sum += (value - 128.0) * (value - 128.0);
        QVERIFY(std::abs(std::sqrt(sum / (200 * 200 * 3)) - 5) < 0.15);
        QVERIFY(*under(Condition::Noise, picture).bytes() == *noisy.bytes());
    }

    void tinyPicturesAreRefused() {
        const auto picture = gradient(20, 20);
        QVERIFY(!underCondition(pngOf(picture), picture, Condition::Resize50).has_value());
    }
};

QTEST_GUILESS_MAIN(ConditionTest)
#include "condition_test.moc"
