// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_structure.h"

#include "core/image/jpeg_encoder.h"
#include "tests/core/image/odd_pictures.h"

#include <QTest>

#include <cmath>
#include <numeric>

using core::ErrorCode;
using core::image::encodeJpeg;
using core::image::readJpegCoefficients;
using core::image::readJpegStructure;
using core::image::standardLumaTable;
using namespace tests;

class JpegStructureTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyStandardQualityIsRecognized();
    void otherTablesAreNotCalledStandard();
    void structureSaysHowTheFileWasWritten();
    void standardTableHasKnownValues();
    void coefficientsAreThoseOfAHandMadeTransform();
    void lostBlocksAreZero();
    void otherFilesAreRefused();
    void encoderRefusesNonsense();
    void encoderKeepsTheSamplingAskedFor();
};

void JpegStructureTest::everyStandardQualityIsRecognized() {
    const Image picture = slope(16, 16);
    for (int quality = 1; quality <= 100; ++quality) {
        const auto structure = readJpegStructure(jpegBytes(picture, quality));
        QVERIFY(structure);
        QCOMPARE(structure->lumaQuality, quality);
        QVERIFY(structure->isStandardTable);
        QVERIFY(structure->lumaTable == standardLumaTable(quality));
    }
}

void JpegStructureTest::otherTablesAreNotCalledStandard() {
    ByteBuffer bytes = jpegBytes(slope(16, 16), 80);
    for (std::size_t i = 0; i + 4 < bytes.size(); ++i) {
        if (bytes[i] == 0xFF && bytes[i + 1] == 0xDB) {
            bytes[i + 5 + 20] += 3; // one step of the luma table
            break;
        }
    }
    const auto structure = readJpegStructure(bytes);
    QVERIFY(structure);
    QVERIFY(!structure->isStandardTable);
    QVERIFY(std::abs(structure->lumaQuality - 80) <= 2);
}

void JpegStructureTest::structureSaysHowTheFileWasWritten() {
    const auto structure = readJpegStructure(jpegBytes(slope(50, 30), 75, 2));
    QVERIFY(structure);
    QCOMPARE(structure->width, 50);
    QCOMPARE(structure->height, 30);
    QCOMPARE(structure->components, 3);
    QCOMPARE(structure->horizontalSampling, 2);
    QCOMPARE(structure->verticalSampling, 2);
    QVERIFY(!structure->isProgressive);
    QVERIFY(structure->chromaTable.has_value());
    const auto gray = readJpegStructure(jpegOfKind(slope(50, 30), JpegKind::Gray));
    QVERIFY(gray);
    QCOMPARE(gray->components, 1);
    QVERIFY(!gray->chromaTable);
    const auto progressive = readJpegStructure(jpegOfKind(slope(50, 30), JpegKind::Progressive));
    QVERIFY(progressive && progressive->isProgressive);
}

void JpegStructureTest::standardTableHasKnownValues() {
    QCOMPARE(static_cast<int>(standardLumaTable(50)[0]), 16); // Annex K itself
    QCOMPARE(static_cast<int>(standardLumaTable(50)[63]), 99);
    QCOMPARE(static_cast<int>(standardLumaTable(100)[63]), 1);
    QCOMPARE(static_cast<int>(standardLumaTable(1)[63]), 255);
    const auto table = standardLumaTable(85);
    const double mean = std::accumulate(table.begin(), table.end(), 0.0) / 64;
    QVERIFY(std::abs(mean - 17.3) < 0.1);
}

void JpegStructureTest::coefficientsAreThoseOfAHandMadeTransform() {
    const Image scene = noisyScene(40, 24, 3);
    const ByteBuffer bytes = jpegOfKind(scene, JpegKind::Gray, 90);
    const auto coefficients = readJpegCoefficients(bytes);
    QVERIFY(coefficients);
    QCOMPARE(coefficients->blocksWide, 5);
    QCOMPARE(coefficients->blocksHigh, 3);
    const auto table = standardLumaTable(90);
    const double pi = std::acos(-1.0);
    for (const auto& [blockX, blockY] : {std::pair{0, 0}, {3, 1}, {4, 2}}) {
        for (const auto& [u, v] : {std::pair{0, 0}, {1, 0}, {0, 1}, {2, 3}}) {
            double sum = 0;
            for (int y = 0; y < 8; ++y) {
                for (int x = 0; x < 8; ++x) {
                    const auto at = static_cast<std::size_t>(
                        ((blockY * 8 + y) * scene.width() + blockX * 8 + x) * 3);
                    sum += ((*scene.bytes())[at] - 128.0) * std::cos((2 * x + 1) * u * pi / 16) *
                           std::cos((2 * y + 1) * v * pi / 16);
                }
            }
            const double scale = (u == 0 ? std::sqrt(0.5) : 1) * (v == 0 ? std::sqrt(0.5) : 1) / 4;
            const auto index = static_cast<std::size_t>(v * 8 + u);
            const double expected = sum * scale / table[index];
            const auto block = static_cast<std::size_t>(blockY * 5 + blockX);
            QVERIFY(std::abs(coefficients->luma[block][index] - expected) <= 0.6);
        }
    }
}

void JpegStructureTest::lostBlocksAreZero() {
    const ByteBuffer whole = jpegBytes(noisyScene(160, 320, 4));
    const ByteBuffer half(whole.begin(),
                          whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2));
    const auto coefficients = readJpegCoefficients(half);
    QVERIFY(coefficients);
    QCOMPARE(coefficients->luma.size(), std::size_t{20 * 40});
    for (std::size_t block = 20 * 38; block < coefficients->luma.size(); ++block) {
        for (const std::int16_t value : coefficients->luma[block])
            QCOMPARE(static_cast<int>(value), 0);
    }
    QVERIFY(coefficients->luma[0][0] != 0);
}

void JpegStructureTest::otherFilesAreRefused() {
    const auto png = readJpegStructure(pngBytes(slope(8, 8)));
    QVERIFY(!png);
    QCOMPARE(png.error().code, ErrorCode::UnsupportedFormat);
    const ByteBuffer whole = jpegBytes(slope(8, 8));
    const ByteBuffer start(whole.begin(), whole.begin() + 30);
    const auto cut = readJpegCoefficients(start);
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::Truncated);
}

void JpegStructureTest::encoderRefusesNonsense() {
    QVERIFY(!encodeJpeg({}, {}));
    QVERIFY(!encodeJpeg(slope(8, 8), {0, 2, 2}));
    QVERIFY(!encodeJpeg(slope(8, 8), {101, 2, 2}));
    QVERIFY(!encodeJpeg(slope(8, 8), {90, 3, 1}));
    QVERIFY(!encodeJpeg(slope(8, 8), {90, 4, 4}));
}

void JpegStructureTest::encoderKeepsTheSamplingAskedFor() {
    for (const auto& [horizontal, vertical] : {std::pair{1, 1}, {2, 1}, {1, 2}, {2, 2}, {4, 1}}) {
        const auto bytes = encodeJpeg(slope(40, 40), {85, horizontal, vertical});
        QVERIFY(bytes);
        const auto structure = readJpegStructure(*bytes);
        QVERIFY(structure);
        QCOMPARE(structure->horizontalSampling, horizontal);
        QCOMPARE(structure->verticalSampling, vertical);
    }
}

QTEST_APPLESS_MAIN(JpegStructureTest)
#include "jpeg_structure_test.moc"
