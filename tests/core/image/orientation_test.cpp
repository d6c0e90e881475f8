// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "tests/core/image/odd_pictures.h"

#include <QTest>

using core::image::EvidenceFile;
using namespace tests;

namespace {

EvidenceFile evidence(const ByteBuffer& bytes) {
    return {
        "test", std::make_shared<const ByteBuffer>(bytes), "", core::image::sniffFormat(bytes), {}};
}

/// The stored picture as EXIF says it must be shown, written down case by case: where the stored
/// row 0 and column 0 lie when the picture is upright.
Image shown(const Image& stored, int orientation) {
    const int width = stored.width();
    const int height = stored.height();
    const bool isTurned = orientation >= 5;
    const int newWidth = isTurned ? height : width;
    ByteBuffer pixels(stored.bytes()->size());
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            int x = column;
            int y = row;
            switch (orientation) {
            case 2: // row 0 top, column 0 right
                x = width - 1 - column;
                break;
            case 3: // row 0 bottom, column 0 right
                x = width - 1 - column;
                y = height - 1 - row;
                break;
            case 4: // row 0 bottom, column 0 left
                y = height - 1 - row;
                break;
            case 5: // row 0 left, column 0 top
                x = row;
                y = column;
                break;
            case 6: // row 0 right, column 0 top
                x = height - 1 - row;
                y = column;
                break;
            case 7: // row 0 right, column 0 bottom
                x = height - 1 - row;
                y = width - 1 - column;
                break;
            case 8: // row 0 left, column 0 bottom
                x = row;
                y = width - 1 - column;
                break;
            default:
                break;
            }
            std::copy_n(stored.bytes()->begin() + (row * width + column) * 3, 3,
                        pixels.begin() + (y * newWidth + x) * 3);
        }
    }
    return pictureOf(newWidth, isTurned ? width : height, pixels);
}

} // namespace

class OrientationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyOrientationIsUndoneExactly_data();
    void everyOrientationIsUndoneExactly();
    void nonsenseOrientationsAreIgnored();
    void exifOfHeifDoesNotTurnASecondTime();
};

void OrientationTest::everyOrientationIsUndoneExactly_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::addColumn<Image>("stored");
    QTest::addColumn<int>("orientation");
    const Image scene = noisyScene(71, 46, 9);
    const ByteBuffer jpeg = jpegBytes(scene);
    const auto plain = core::image::decode(evidence(jpeg), {});
    QVERIFY(plain);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("jpeg %d", orientation)
            << withExifOrientation(jpeg, orientation) << plain->image << orientation;
        PngKind png;
        png.orientation = orientation;
        QTest::addRow("png %d", orientation) << pngOfKind(scene, png) << scene << orientation;
        QTest::addRow("webp %d", orientation)
            << webpWithOrientation(scene, orientation) << scene << orientation;
        TiffKind tiff;
        tiff.orientation = orientation;
        QTest::addRow("tiff %d", orientation) << tiffOfKind(scene, tiff) << scene << orientation;
    }
    // Through libtiff's own conversion.
    TiffKind oneBit{1, 1};
    const auto flat = core::image::decode(evidence(tiffOfKind(scene, oneBit)), {});
    QVERIFY(flat);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        oneBit.orientation = orientation;
        QTest::addRow("tiff 1 bit %d", orientation)
            << tiffOfKind(scene, oneBit) << flat->image << orientation;
    }
}

void OrientationTest::everyOrientationIsUndoneExactly() {
    QFETCH(ByteBuffer, bytes);
    QFETCH(Image, stored);
    QFETCH(int, orientation);
    const auto decoded = core::image::decode(evidence(bytes), {});
    QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
    QCOMPARE(decoded->orientation, orientation);
    QCOMPARE(largestDifference(decoded->image, shown(stored, orientation)), 0);
}

void OrientationTest::nonsenseOrientationsAreIgnored() {
    const Image scene = slope(20, 10);
    for (const int orientation : {0, 9, 255, 65535}) {
        const auto decoded =
            core::image::decode(evidence(withExifOrientation(jpegBytes(scene), orientation)), {});
        QVERIFY(decoded);
        QCOMPARE(decoded->orientation, 1);
        QCOMPARE(decoded->image.width(), 20);
    }
}

void OrientationTest::exifOfHeifDoesNotTurnASecondTime() {
    const ByteBuffer bytes = heifBytes(slope(64, 32), HeifCodec::Hevc);
    if (bytes.empty())
        QSKIP("this machine's libheif has no HEVC encoder");
    const auto decoded = core::image::decode(evidence(bytes), {});
    QVERIFY(decoded);
    QCOMPARE(decoded->orientation, 1);
    QCOMPARE(decoded->image.width(), 64);
}

QTEST_APPLESS_MAIN(OrientationTest)
#include "orientation_test.moc"
