// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/watermark/pixel_watermark.h"

#include "core/image/codec.h"
#include "tests/support/picture_maker.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using core::provenance::findWatermark;
using namespace tests;

namespace {

const std::string kXlMessage = "101100111110110010010000011110111011000110011110";

std::string bitsOf(const std::string& text) {
    std::string bits;
    for (const char c : text)
        for (int bit = 7; bit >= 0; --bit)
            bits += (c >> bit & 1) != 0 ? '1' : '0';
    return bits;
}

/// Puts a message into the blue-minus-luma chroma: of each 8 x 8 pixels, the largest sum of four
/// neighbors gets the remainder that tells the bit. Written for this test from the description of
/// the method; changing U by d while Y stays means adding d / 0.492 to blue and taking what keeps Y
/// from green.
Image marked(const Image& image, const std::string& message) {
    ByteBuffer bgr = *image.bytes();
    const int width = image.width();
    const auto at = [&](int x, int y, int channel) -> std::uint8_t& {
        return bgr[(static_cast<std::size_t>(y) * width + x) * 3 + channel];
    };
    const auto chroma = [&](int x, int y) {
        const double luma =
            std::nearbyint(0.114 * at(x, y, 0) + 0.587 * at(x, y, 1) + 0.299 * at(x, y, 2));
        return std::nearbyint(0.492 * (at(x, y, 0) - luma) + 128);
    };
    const auto band = [&](int x, int y) {
        return (chroma(x, y) + chroma(x + 1, y) + chroma(x, y + 1) + chroma(x + 1, y + 1)) / 2;
    };
    int number = 0;
    for (int top = 0; top + 8 <= image.height() / 4 * 4; top += 8) {
        for (int left = 0; left + 8 <= width / 4 * 4; left += 8, ++number) {
            int bestX = 2, bestY = 0;
            for (int i = 1; i < 16; ++i)
                if (band(left + i % 4 * 2, top + i / 4 * 2) > band(left + bestX, top + bestY)) {
                    bestX = i % 4 * 2;
                    bestY = i / 4 * 2;
                }
            const double value = band(left + bestX, top + bestY);
            const bool isOne = message[static_cast<std::size_t>(number) % message.size()] == '1';
            const double wanted = std::floor(value / 36) * 36 + (isOne ? 27 : 9);
            const double change = (wanted - value) / 2; // of U in each of the four pixels
            for (int i = 0; i < 4; ++i) {
                const int x = left + bestX + i % 2;
                const int y = top + bestY + i / 2;
                const double blue = change / 0.492;
                const auto moved = [](double from, double by) {
                    return static_cast<std::uint8_t>(
                        std::clamp(std::nearbyint(from + by), 0.0, 255.0));
                };
                at(x, y, 0) = moved(at(x, y, 0), blue);
                at(x, y, 1) = moved(at(x, y, 1), -blue * 0.114 / 0.587);
            }
        }
    }
    return pictureOf(width, image.height(), std::move(bgr));
}

/// Without colors U lies where the mark only ever raises it, as long as no channel is cut off.
Image grayScene(int width, int height, unsigned seed) {
    ByteBuffer bgr = *noisyScene(width, height, seed).bytes();
    for (std::size_t i = 0; i + 2 < bgr.size(); i += 3) {
        const int gray = (bgr[i] + bgr[i + 1] + bgr[i + 2]) / 3;
        std::fill_n(bgr.begin() + static_cast<std::ptrdiff_t>(i), 3,
                    static_cast<std::uint8_t>(40 + gray * 160 / 255));
    }
    return pictureOf(width, height, std::move(bgr));
}

/// @param sampling  1: colors of every pixel, 2: of every other, both ways
Image saved(const Image& image, int quality, int sampling = 1) {
    const ByteBuffer bytes = jpegBytes(image, quality, sampling);
    auto raster = core::image::decodeStored(core::image::Format::Jpeg, {bytes, {}, {}});
    return pictureOf(raster->width, raster->height, std::move(raster->bgr));
}

} // namespace

class PixelWatermarkTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void knownMessagesAreRead_data() {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bits");
        QTest::newRow("SDXL") << QString::fromStdString(kXlMessage) << "Stable Diffusion XL" << 48;
        QTest::newRow("FLUX") << "1010101111111010000111100111001111010100101110"
                              << "FLUX" << 46;
        QTest::newRow("FLUX with its zeros") << "001010101111111010000111100111001111010100101110"
                                             << "FLUX" << 48;
        QTest::newRow("SD 1") << QString::fromStdString(bitsOf("StableDiffusionV1"))
                              << "Stable Diffusion 1" << 136;
        QTest::newRow("SD 2") << QString::fromStdString(bitsOf("SDV2")) << "Stable Diffusion 2"
                              << 32;
    }
    void knownMessagesAreRead() {
        QFETCH(QString, message);
        QFETCH(QString, name);
        QFETCH(int, bits);
        const Image picture = marked(grayScene(390, 402, 7), message.toStdString());
        const auto found = findWatermark(picture, {});
        QVERIFY(found);
        QCOMPARE(QString::fromStdString(found->name), name);
        QCOMPARE(found->bits, bits);
        QCOMPARE(found->agreeing, bits);
        QVERIFY(found->log10Chance < -9);
        QCOMPARE(found->width, 390);
    }

    void aCarefulSaveLeavesIt() {
        const auto found = findWatermark(saved(marked(grayScene(640, 512, 3), kXlMessage), 95), {});
        QVERIFY(found);
        QVERIFY(found->agreeing >= 45);
    }

    void smoothedColorsAreSharpened() {
        const Image picture = saved(marked(grayScene(640, 640, 4), kXlMessage), 98, 2);
        QVERIFY(!findWatermark(picture, {}));
        const auto found = findWatermark(picture, {}, core::provenance::StoredChroma::Halved);
        QVERIFY(found);
        QCOMPARE(found->name, std::string("Stable Diffusion XL"));
    }

    /// White areas hold no mark, and all of their blocks vote for the same.
    void areasThatCannotHoldItAreOutvoted() {
        ByteBuffer bgr = *marked(grayScene(640, 640, 6), kXlMessage).bytes();
        std::fill_n(bgr.begin(), bgr.size() * 3 / 5, std::uint8_t{255});
        const auto found = findWatermark(pictureOf(640, 640, std::move(bgr)), {});
        QVERIFY(found);
        QVERIFY(found->agreeing >= 46);
    }

    void picturesWithoutOneHaveNone() {
        for (unsigned seed = 20; seed < 40; ++seed)
            QVERIFY(!findWatermark(noisyScene(256, 256, seed), {},
                                   core::provenance::StoredChroma::Halved));
        for (unsigned seed = 0; seed < 20; ++seed)
            QVERIFY(!findWatermark(noisyScene(256, 256, seed), {}));
        QVERIFY(!findWatermark(flatPicture(256, 256, {128, 128, 128}), {}));
        QVERIFY(!findWatermark(checkerboard(256, 256, 8), {}));
        QVERIFY(!findWatermark(slope(256, 256), {}));
        QVERIFY(!findWatermark(slope(7, 5), {}));
        QVERIFY(!findWatermark({}, {}));
    }

    void anotherMessageIsNotTakenForAKnownOne() {
        std::string other = kXlMessage;
        std::ranges::reverse(other);
        QVERIFY(!findWatermark(marked(grayScene(320, 320, 5), other), {}));
    }

    void aStatedSizeIsTriedToo() {
        // Enlarged twice by repeating pixels, and read at the size that the file states.
        const Image small = marked(grayScene(320, 320, 9), kXlMessage);
        ByteBuffer large(std::size_t{640} * 640 * 3);
        for (std::size_t y = 0; y < 640; ++y)
            for (std::size_t x = 0; x < 640; ++x)
                for (std::size_t c = 0; c < 3; ++c)
                    large[(y * 640 + x) * 3 + c] = (*small.bytes())[(y / 2 * 320 + x / 2) * 3 + c];
        const Image picture = pictureOf(640, 640, std::move(large));
        QVERIFY(!findWatermark(picture, {}));
        const auto found = findWatermark(picture, {{320, 320}});
        QVERIFY(found);
        QCOMPARE(found->width, 320);
    }
};

QTEST_APPLESS_MAIN(PixelWatermarkTest)
#include "pixel_watermark_test.moc"
