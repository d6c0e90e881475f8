// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "tests/core/image/odd_pictures.h"
#include "tests/support/shared_data.h"

#include <QTest>

#include <numeric>

using core::ErrorCode;
using core::image::EvidenceFile;
using core::image::Format;
using namespace tests;

namespace {

EvidenceFile evidence(const ByteBuffer& bytes) {
    return {
        "test", std::make_shared<const ByteBuffer>(bytes), "", core::image::sniffFormat(bytes), {}};
}

/// First channel in all three.
Image grayOf(const Image& image) {
    ByteBuffer pixels(*image.bytes());
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = pixels[i / 3 * 3];
    return pictureOf(image.width(), image.height(), pixels);
}

/// Channels cut to `bits` and stretched to 0..255 again, as a file of that depth holds them.
Image cut(const Image& image, int bits) {
    ByteBuffer pixels(*image.bytes());
    const int largest = (1 << bits) - 1;
    for (std::uint8_t& value : pixels)
        value = static_cast<std::uint8_t>((value >> (8 - bits)) * 255 / largest);
    return pictureOf(image.width(), image.height(), pixels);
}

/// The picture in the middle of a canvas of one color.
Image framed(const Image& image, int left, int top, std::array<std::uint8_t, 3> color) {
    const int width = image.width() + 2 * left;
    Image canvas = flatPicture(width, image.height() + 2 * top, color);
    ByteBuffer pixels(*canvas.bytes());
    for (int y = 0; y < image.height(); ++y)
        std::copy_n(image.view().data + image.view().bytesPerRow * y, image.width() * 3,
                    pixels.begin() + ((y + top) * width + left) * 3);
    return pictureOf(width, canvas.height(), pixels);
}

/// Few colors, no symmetry.
Image fewColors(int width, int height, int colors) {
    ByteBuffer pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int color = (x * x / 3 + y * 5 + x * y / 7) % colors;
            pixels.insert(pixels.end(), {static_cast<std::uint8_t>(color * 37),
                                         static_cast<std::uint8_t>(255 - color * 11),
                                         static_cast<std::uint8_t>(color * 101)});
        }
    }
    return pictureOf(width, height, pixels);
}

struct Expected {
    int bits = 8;
    bool hasAlpha = false;
};

} // namespace

Q_DECLARE_METATYPE(Expected)

class SafeDecoderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void losslessFormatsGiveBackEveryPixel_data();
    void losslessFormatsGiveBackEveryPixel();
    void lossyFormatsComeBackNearlyTheSame_data();
    void lossyFormatsComeBackNearlyTheSame();
    void sixteenBitsAreRounded();
    void animationsGiveTheirFirstFrameWithAWarning();
    void cancelledDecodingSaysSo();
    void heicFromACameraIsDecoded();

  private:
    void addTiffRows(const Image& scene, const Image& few);
};

void SafeDecoderTest::addTiffRows(const Image& scene, const Image& few) {
    for (const int bits : {8, 16}) {
        for (const bool isTiled : {false, true}) {
            for (const bool hasPlanes : {false, true}) {
                for (const int compression : {1, 5, 8}) {
                    TiffKind kind{bits, 2, compression, isTiled, hasPlanes};
                    const QByteArray name = QByteArray("tiff rgb ") + QByteArray::number(bits) +
                                            (isTiled ? " tiles" : " strips") +
                                            (hasPlanes ? " planes" : "") + " compression " +
                                            QByteArray::number(compression);
                    QTest::newRow(name) << tiffOfKind(scene, kind) << scene << Expected{bits};
                }
            }
            QTest::addRow("tiff gray %d %s", bits, isTiled ? "tiles" : "strips")
                << tiffOfKind(scene, {bits, 1, 5, isTiled}) << grayOf(scene) << Expected{bits};
            QTest::addRow("tiff white is zero %d %s", bits, isTiled ? "tiles" : "strips")
                << tiffOfKind(scene, {bits, 0, 1, isTiled}) << grayOf(scene) << Expected{bits};
            QTest::addRow("tiff cmyk %d %s", bits, isTiled ? "tiles" : "strips")
                << tiffOfKind(scene, {bits, 5, 1, isTiled}) << scene << Expected{bits};
        }
    }
    QTest::newRow("tiff alpha") << tiffOfKind(scene, {8, 2, 5, false, false, true}) << scene
                                << Expected{8, true};
    QTest::newRow("tiff palette") << tiffOfKind(few, {8, 3, 5}) << few << Expected{8};
    QTest::newRow("tiff palette tiles") << tiffOfKind(few, {8, 3, 8, true}) << few << Expected{8};
    QTest::newRow("tiff 1 bit") << tiffOfKind(scene, {1, 1, 1}) << cut(grayOf(scene), 1)
                                << Expected{1};
}

void SafeDecoderTest::losslessFormatsGiveBackEveryPixel_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::addColumn<Image>("expected");
    QTest::addColumn<Expected>("facts");
    const Image scene = noisyScene(75, 41, 7);
    const Image few = fewColors(61, 43, 16);
    const Image two = fewColors(37, 29, 2);
    QTest::newRow("png") << pngBytes(scene) << scene << Expected{};
    QTest::newRow("png 16 bit") << pngOfKind(scene, {2, 16}) << scene << Expected{16};
    QTest::newRow("png gray") << pngOfKind(scene, {0, 8}) << grayOf(scene) << Expected{8};
    QTest::newRow("png gray 1 bit")
        << pngOfKind(scene, {0, 1}) << cut(grayOf(scene), 1) << Expected{1};
    QTest::newRow("png gray 4 bit")
        << pngOfKind(scene, {0, 4}) << cut(grayOf(scene), 4) << Expected{4};
    QTest::newRow("png gray 16 bit interlaced")
        << pngOfKind(scene, {0, 16, true}) << grayOf(scene) << Expected{16};
    QTest::newRow("png palette") << pngOfKind(few, {3, 8}) << few << Expected{8};
    QTest::newRow("png palette 1 bit") << pngOfKind(two, {3, 1}) << two << Expected{1};
    QTest::newRow("png palette with alpha")
        << pngOfKind(few, {3, 4, false, true}) << few << Expected{4, true};
    QTest::newRow("png alpha") << pngOfKind(scene, {6, 8}) << scene << Expected{8, true};
    QTest::newRow("png gray alpha 16 bit")
        << pngOfKind(scene, {4, 16}) << grayOf(scene) << Expected{16, true};
    QTest::newRow("png color key")
        << pngOfKind(scene, {2, 8, false, true}) << scene << Expected{8, true};
    QTest::newRow("png interlaced") << pngOfKind(scene, {2, 8, true}) << scene << Expected{};
    QTest::newRow("webp") << webpBytes(scene) << scene << Expected{};
    QTest::newRow("webp alpha") << webpWithAlpha(scene) << scene << Expected{8, true};
    QTest::newRow("webp animation")
        << webpAnimation(scene, 4, 6) << framed(scene, 4, 6, {0, 0, 0}) << Expected{};
    QTest::newRow("gif") << gifBytes(few) << few << Expected{};
    QTest::newRow("gif interlaced") << gifOfKind(few, {true}) << few << Expected{};
    QTest::newRow("gif on a larger canvas")
        << gifOfKind(few, {false, 5, 3, 2})
        << framed(few, 5, 3, {(*few.bytes())[0], (*few.bytes())[1], (*few.bytes())[2]})
        << Expected{};
    QTest::newRow("bmp") << bmpBytes(scene) << scene << Expected{};
    QTest::newRow("bmp top down") << bmpOfKind(scene, BmpKind::TopDown) << scene << Expected{};
    QTest::newRow("bmp 32 bits") << bmpOfKind(scene, BmpKind::ThirtyTwoBits) << scene << Expected{};
    QTest::newRow("tiff written by hand") << tiffBytes(scene) << scene << Expected{};
    addTiffRows(scene, few);
}

void SafeDecoderTest::losslessFormatsGiveBackEveryPixel() {
    QFETCH(ByteBuffer, bytes);
    QFETCH(Image, expected);
    QFETCH(Expected, facts);
    const auto decoded = core::image::decode(evidence(bytes), {});
    QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
    QCOMPARE(decoded->image.width(), expected.width());
    QCOMPARE(decoded->image.height(), expected.height());
    QCOMPARE(largestDifference(decoded->image, expected), 0);
    QCOMPARE(decoded->bitsPerSample, facts.bits);
    QCOMPARE(decoded->hasAlpha, facts.hasAlpha);
    QCOMPARE(decoded->orientation, 1);
}

void SafeDecoderTest::lossyFormatsComeBackNearlyTheSame_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::addColumn<Image>("expected");
    const Image scene = slope(120, 90);
    QTest::newRow("jpeg 4:4:4") << jpegBytes(scene, 95, 1) << scene;
    QTest::newRow("jpeg 4:2:0") << jpegBytes(scene, 95, 2) << scene;
    QTest::newRow("jpeg progressive") << jpegOfKind(scene, JpegKind::Progressive) << scene;
    QTest::newRow("jpeg gray") << jpegOfKind(scene, JpegKind::Gray) << grayOf(scene);
    QTest::newRow("jpeg cmyk") << jpegOfKind(scene, JpegKind::Inks) << scene;
    QTest::newRow("webp lossy") << webpBytes(scene, 90) << scene;
    QTest::newRow("heic") << heifBytes(scene, HeifCodec::Hevc) << scene;
    QTest::newRow("avif") << heifBytes(scene, HeifCodec::Av1) << scene;
}

void SafeDecoderTest::lossyFormatsComeBackNearlyTheSame() {
    QFETCH(ByteBuffer, bytes);
    QFETCH(Image, expected);
    if (bytes.empty())
        QSKIP("this machine's libheif has no encoder for the format");
    const auto decoded = core::image::decode(evidence(bytes), {});
    QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
    const int difference = largestDifference(decoded->image, expected);
    QVERIFY2(difference <= 14, qPrintable(QString::number(difference)));
    std::vector<std::string> wanted;
    const auto format = core::image::sniffFormat(bytes);
    if (format == Format::Heic || format == Format::Avif) // this encoder states no colors
        wanted = {"The file does not say how its colors are encoded; they are shown as sRGB."};
    QVERIFY2(decoded->warnings == wanted,
             decoded->warnings.empty() ? "" : decoded->warnings.front().c_str());
}

void SafeDecoderTest::sixteenBitsAreRounded() {
    const Image scene = noisyScene(40, 30, 5);
    for (const bool isTiled : {false, true}) {
        TiffKind kind{16, 2, 1, isTiled};
        for (const auto& [added, expected] : {std::pair{128, 0}, {-128, 0}, {129, 1}, {-129, -1}}) {
            kind.addTo16 = added;
            const auto decoded = core::image::decode(evidence(tiffOfKind(scene, kind)), {});
            QVERIFY(decoded);
            const auto at = static_cast<std::size_t>(3 * 20);
            QCOMPARE(static_cast<int>((*decoded->image.bytes())[at]),
                     static_cast<int>((*scene.bytes())[at]) + expected);
        }
    }
}

void SafeDecoderTest::animationsGiveTheirFirstFrameWithAWarning() {
    const Image few = fewColors(40, 30, 8);
    for (const ByteBuffer& bytes : {gifOfKind(few, {false, 0, 0, 3}), webpAnimation(few, 0, 0)}) {
        const auto decoded = core::image::decode(evidence(bytes), {});
        QVERIFY(decoded);
        QCOMPARE(decoded->warnings.size(), std::size_t{1});
        QVERIFY(decoded->warnings.front().find("only its first frame") != std::string::npos);
    }
}

void SafeDecoderTest::cancelledDecodingSaysSo() {
    const Image scene = fewColors(200, 150, 16);
    std::stop_source source;
    source.request_stop();
    for (const ByteBuffer& bytes :
         {jpegBytes(scene), jpegOfKind(scene, JpegKind::Progressive), pngBytes(scene),
          webpBytes(scene), tiffBytes(scene), gifBytes(scene), bmpBytes(scene),
          tiffOfKind(scene, {8, 3}), heifBytes(scene, HeifCodec::Hevc)}) {
        if (bytes.empty())
            continue;
        const auto decoded = core::image::decode(evidence(bytes), {}, source.get_token());
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::Cancelled);
    }
}

void SafeDecoderTest::heicFromACameraIsDecoded() {
    const auto path = sharedData("data/provenance/heif/7828ed19a8_IMG_2927.HEIC");
    if (!path)
        QSKIP("the developers' sample pictures are not on this machine");
    const auto file = core::image::readEvidence(*path, {});
    QVERIFY(file);
    QCOMPARE(file->format, Format::Heic);
    const auto decoded = core::image::decode(*file, {});
    QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
    QVERIFY(decoded->image.width() >= 1000);
    QCOMPARE(decoded->orientation, 1);
}

QTEST_APPLESS_MAIN(SafeDecoderTest)
#include "safe_decoder_test.moc"
