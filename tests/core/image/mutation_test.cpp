// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_structure.h"
#include "core/image/safe_decoder.h"
#include "tests/core/image/odd_pictures.h"

#include <QTest>

#include <random>

using namespace tests;

/// Any bytes give a picture or a message, never a crash: the same damage on every run.
class MutationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anyBytesGiveAPictureOrAMessage_data();
    void anyBytesGiveAPictureOrAMessage();
};

namespace {

ByteBuffer mutated(ByteBuffer bytes, std::mt19937& random) {
    const auto below = [&random](std::size_t limit) {
        return limit == 0 ? std::size_t{0} : random() % limit;
    };
    // Most of what a decoder trusts stands at the beginning, so half of the damage is done there.
    const std::size_t reach =
        below(2) == 0 ? std::min<std::size_t>(bytes.size(), 200) : bytes.size();
    const std::size_t count = 1 + below(6);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint8_t& byte = bytes[below(reach)];
        switch (below(4)) {
        case 0:
            byte ^= static_cast<std::uint8_t>(1u << below(8));
            break;
        case 1:
            byte = 0xFF;
            break;
        case 2:
            byte = 0;
            break;
        default:
            byte = static_cast<std::uint8_t>(random());
            break;
        }
    }
    if (below(4) == 0)
        bytes.resize(1 + below(bytes.size()));
    return bytes;
}

void decodeOnce(const ByteBuffer& bytes, core::image::Format format) {
    core::image::DecodeLimits limits;
    limits.maxPixels = 1'000'000; // a mutated size must not make the test slow
    limits.maxMemoryBytes = 64 << 20;
    const core::image::EvidenceFile file{
        "test", std::make_shared<const ByteBuffer>(bytes), "", format, {}};
    const auto decoded = core::image::decode(file, limits);
    if (decoded)
        QCOMPARE(decoded->image.bytes()->size(),
                 static_cast<std::size_t>(decoded->image.width()) *
                     static_cast<std::size_t>(decoded->image.height()) * 3);
    else
        QVERIFY(decoded.error().message.size() > 10);
    if (format == core::image::Format::Jpeg) {
        (void)core::image::readJpegStructure(bytes);
        (void)core::image::readJpegCoefficients(bytes);
    }
}

} // namespace

void MutationTest::anyBytesGiveAPictureOrAMessage_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::addColumn<int>("rounds");
    const Image scene = noisyScene(40, 30, 1);
    const Image board = checkerboard(40, 30, 5);
    QTest::newRow("jpeg") << jpegWithOrientation(scene, 6) << 2400;
    QTest::newRow("progressive jpeg") << jpegOfKind(scene, JpegKind::Progressive) << 1600;
    QTest::newRow("cmyk jpeg") << jpegOfKind(scene, JpegKind::Inks) << 800;
    PngKind turned;
    turned.orientation = 8;
    QTest::newRow("png") << pngOfKind(scene, turned) << 1600;
    QTest::newRow("png palette") << pngOfKind(board, {3, 2, true, true}) << 1600;
    QTest::newRow("webp lossless") << webpWithOrientation(scene, 3) << 1600;
    QTest::newRow("webp lossy") << webpBytes(scene, 70) << 1600;
    QTest::newRow("webp animation") << webpAnimation(board, 4, 2) << 1600;
    QTest::newRow("tiff") << tiffBytes(scene) << 2400;
    QTest::newRow("tiff tiles") << tiffOfKind(scene, {16, 2, 5, true, true}) << 2400;
    QTest::newRow("tiff palette") << tiffOfKind(board, {8, 3, 8}) << 1600;
    QTest::newRow("gif") << gifOfKind(board, {true, 3, 3, 2}) << 2400;
    QTest::newRow("bmp") << bmpBytes(scene) << 1600;
    QTest::newRow("heic") << heifBytes(scene, HeifCodec::Hevc) << 600;
    QTest::newRow("avif") << heifBytes(scene, HeifCodec::Av1) << 400;
}

void MutationTest::anyBytesGiveAPictureOrAMessage() {
    QFETCH(ByteBuffer, bytes);
    QFETCH(int, rounds);
    if (bytes.empty())
        QSKIP("this machine's libheif has no encoder for the format");
    const auto format = core::image::sniffFormat(bytes);
    std::mt19937 random(20'241'123);
    for (int i = 0; i < rounds; ++i)
        decodeOnce(mutated(bytes, random), format);
    for (std::size_t length = 1; length < bytes.size(); length += 1 + bytes.size() / 60)
        decodeOnce({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)}, format);
}

QTEST_APPLESS_MAIN(MutationTest)
#include "mutation_test.moc"
