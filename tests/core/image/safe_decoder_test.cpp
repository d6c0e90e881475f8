// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

using core::ErrorCode;
using core::image::DecodedPicture;
using core::image::DecodeLimits;
using core::image::EvidenceFile;
using core::image::Format;
using tests::ByteBuffer;
using tests::Image;

namespace {

EvidenceFile evidence(const ByteBuffer& bytes) {
    return {"test", std::make_shared<const ByteBuffer>(bytes), "",
            core::image::sniffFormat(bytes), {}};
}

} // namespace

class SafeDecoderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void losslessFormatsGiveBackEveryPixel_data();
    void losslessFormatsGiveBackEveryPixel();
    void jpegComesBackNearlyTheSame();
};

void SafeDecoderTest::losslessFormatsGiveBackEveryPixel_data() {
    const Image scene = tests::noisyScene(75, 41, 7);
    const Image board = tests::checkerboard(33, 20, 4);
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::addColumn<Image>("expected");
    QTest::newRow("png") << tests::pngBytes(scene) << scene;
}

void SafeDecoderTest::losslessFormatsGiveBackEveryPixel() {
    QFETCH(ByteBuffer, bytes);
    QFETCH(Image, expected);
    const auto decoded = core::image::decode(evidence(bytes), {});
    QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
    QCOMPARE(tests::largestDifference(decoded->image, expected), 0);
}

void SafeDecoderTest::jpegComesBackNearlyTheSame() {
    const Image scene = tests::noisyScene(120, 90, 3);
    const auto decoded = core::image::decode(evidence(tests::jpegBytes(scene, 98, 1)), {});
    QVERIFY(decoded);
    QVERIFY(tests::largestDifference(decoded->image, scene) < 16);
}

QTEST_APPLESS_MAIN(SafeDecoderTest)
#include "safe_decoder_test.moc"
