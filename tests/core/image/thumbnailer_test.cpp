// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "core/image/thumbnailer.h"
#include "tests/core/image/odd_pictures.h"

#include <QTemporaryDir>
#include <QTest>

using core::ErrorCode;
using core::image::reduced;
using namespace tests;

namespace {

core::Result<Image> thumbnail(const std::filesystem::path& path, int side) {
    const auto file = core::image::readEvidence(path, {});
    if (!file)
        return tl::unexpected(file.error());
    return core::image::thumbnail(*file, side, {});
}

} // namespace

class ThumbnailerTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void longerSideFitsAndShapeIsKept_data();
    void longerSideFitsAndShapeIsKept();
    void thumbnailsAreUpright();
    void scaledDecodeLooksLikeTheWholePictureReduced();
    void smallPicturesAreNotEnlarged();
    void reducingAverages();
    void badFilesGiveTheirReason();
};

void ThumbnailerTest::longerSideFitsAndShapeIsKept_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    const Image scene = slope(400, 200);
    QTest::newRow("jpeg") << jpegBytes(scene);
    QTest::newRow("png") << pngBytes(scene);
    QTest::newRow("tiff") << tiffBytes(scene);
    QTest::newRow("webp") << webpBytes(scene);
}

void ThumbnailerTest::longerSideFitsAndShapeIsKept() {
    QFETCH(ByteBuffer, bytes);
    const QTemporaryDir directory;
    const auto small = thumbnail(writeFile(directory, "picture", bytes), 90);
    QVERIFY2(small, small ? "" : small.error().message.c_str());
    QCOMPARE(small->width(), 90);
    QCOMPARE(small->height(), 45);
}

void ThumbnailerTest::thumbnailsAreUpright() {
    const QTemporaryDir directory;
    TiffKind tiff;
    tiff.orientation = 8;
    for (const ByteBuffer& bytes :
         {jpegWithOrientation(slope(400, 200), 6), tiffOfKind(slope(400, 200), tiff)}) {
        const auto small = thumbnail(writeFile(directory, "picture", bytes), 80);
        QVERIFY(small);
        QCOMPARE(small->width(), 40);
        QCOMPARE(small->height(), 80);
    }
}

void ThumbnailerTest::scaledDecodeLooksLikeTheWholePictureReduced() {
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "a.jpg", jpegBytes(slope(800, 600), 95, 1));
    const auto small = thumbnail(path, 100);
    QVERIFY(small);
    QVERIFY(largestDifference(*small, reduced(slope(800, 600), 100)) <= 6);
}

void ThumbnailerTest::smallPicturesAreNotEnlarged() {
    const QTemporaryDir directory;
    const auto same = thumbnail(writeFile(directory, "a.png", pngBytes(slope(20, 10))), 256);
    QVERIFY(same);
    QCOMPARE(largestDifference(*same, slope(20, 10)), 0);
    QCOMPARE(reduced(slope(20, 10), 20).width(), 20);
}

void ThumbnailerTest::reducingAverages() {
    const Image gray = reduced(checkerboard(64, 64, 1), 32); // 40 and 215 in equal parts
    QVERIFY(largestDifference(gray, flatPicture(32, 32, {128, 128, 128})) <= 1);
    QVERIFY(reduced({}, 10).isNull());
    const Image line = reduced(flatPicture(1000, 1, {1, 2, 3}), 10);
    QCOMPARE(line.height(), 1);
}

void ThumbnailerTest::badFilesGiveTheirReason() {
    const QTemporaryDir directory;
    const auto text = thumbnail(writeFile(directory, "a.jpg", {'h', 'i', '!'}), 50);
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::UnknownFormat);
    const auto missing = thumbnail("/nowhere/at all", 50);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
}

QTEST_APPLESS_MAIN(ThumbnailerTest)
#include "thumbnailer_test.moc"
