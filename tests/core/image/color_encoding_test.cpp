// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/color_encoding.h"
#include "core/image/safe_decoder.h"
#include "core/image/stream_colors.h"
#include "core/image/thumbnailer.h"
#include "tests/core/image/odd_pictures.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

using namespace core::image;
using namespace tests;

namespace {

void putBig(ByteBuffer& bytes, std::uint32_t value, int width) {
    for (int i = width - 1; i >= 0; --i)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// A PNG with one more chunk behind its header.
ByteBuffer withChunk(const ByteBuffer& png, const std::string& name, const ByteBuffer& payload) {
    ByteBuffer chunk;
    putBig(chunk, static_cast<std::uint32_t>(payload.size()), 4);
    std::ranges::copy(name, std::back_inserter(chunk));
    std::ranges::copy(payload, std::back_inserter(chunk));
    putBig(chunk,
           static_cast<std::uint32_t>(
               crc32(0, chunk.data() + 4, static_cast<uInt>(payload.size() + 4))),
           4);
    ByteBuffer whole = png;
    whole.insert(whole.begin() + 33, chunk.begin(), chunk.end());
    return whole;
}

EvidenceFile evidence(const ByteBuffer& bytes) {
    return {"test", std::make_shared<const ByteBuffer>(bytes), "", sniffFormat(bytes), {}};
}

DecodedPicture decoded(const ByteBuffer& bytes) {
    auto picture = decode(evidence(bytes), {});
    if (!picture)
        qFatal("%s", picture.error().message.c_str());
    return *picture;
}

/// B, G, R of the middle.
std::array<int, 3> middle(const Image& image) {
    const auto view = image.view();
    const auto* pixel = view.data + view.height / 2 * view.bytesPerRow + view.width / 2 * 3;
    return {pixel[0], pixel[1], pixel[2]};
}

bool isNear(const std::array<int, 3>& color, const std::array<int, 3>& wanted, int tolerance) {
    for (std::size_t i = 0; i < 3; ++i) {
        if (std::abs(color[i] - wanted[i]) > tolerance)
            return false;
    }
    return true;
}

bool hasWarning(const DecodedPicture& picture, const std::string& words) {
    return std::ranges::any_of(picture.warnings, [&](const std::string& warning) {
        return warning.find(words) != std::string::npos;
    });
}

/// A JPEG with a Display P3 profile, by Qt.
ByteBuffer jpegInDisplayP3() {
    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(qRgb(200, 60, 40));
    picture.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "JPEG", 100))
        qFatal("no JPEG");
    return {bytes.begin(), bytes.end()};
}

std::size_t profileAt(const ByteBuffer& jpeg) {
    constexpr std::string_view kMark("ICC_PROFILE\0", 12);
    const auto at = std::search(jpeg.begin(), jpeg.end(), kMark.begin(), kMark.end());
    return static_cast<std::size_t>(at - jpeg.begin()) + kMark.size();
}

/// EXIF as DCF's option files have it: ColorSpace uncalibrated, InteropIndex as given.
ByteBuffer withInterop(const ByteBuffer& jpeg, const std::string& index) {
    ByteBuffer tiff = {'M', 'M', 0, 42, 0, 0, 0, 8};
    const auto entry = [&tiff](std::uint32_t tag, std::uint32_t type, std::uint32_t count) {
        putBig(tiff, tag, 2);
        putBig(tiff, type, 2);
        putBig(tiff, count, 4);
    };
    putBig(tiff, 1, 2); // at 8
    entry(0x8769, 4, 1);
    putBig(tiff, 26, 4);
    putBig(tiff, 0, 4);
    putBig(tiff, 2, 2); // at 26
    entry(0xA001, 3, 1);
    putBig(tiff, 0xFFFF0000U, 4);
    entry(0xA005, 4, 1);
    putBig(tiff, 56, 4);
    putBig(tiff, 0, 4);
    putBig(tiff, 1, 2); // at 56
    entry(1, 2, 4);
    std::ranges::copy(index, std::back_inserter(tiff));
    tiff.push_back(0);
    putBig(tiff, 0, 4);
    ByteBuffer segment = {0xFF, 0xE1};
    putBig(segment, static_cast<std::uint32_t>(tiff.size() + 8), 2);
    const std::string mark("Exif\0\0", 6);
    std::ranges::copy(mark, std::back_inserter(segment));
    std::ranges::copy(tiff, std::back_inserter(segment));
    ByteBuffer whole = jpeg;
    whole.insert(whole.begin() + 2, segment.begin(), segment.end());
    return whole;
}

/// The same bits with others in their place; empty when they are not there exactly once.
ByteBuffer withBits(const ByteBuffer& bytes, const std::string& from, const std::string& to) {
    std::string bits;
    for (const std::uint8_t byte : bytes) {
        for (int bit = 7; bit >= 0; --bit)
            bits += (byte >> bit & 1) != 0 ? '1' : '0';
    }
    const auto at = bits.find(from);
    if (at == std::string::npos || bits.find(from, at + 1) != std::string::npos)
        return {};
    bits.replace(at, from.size(), to);
    ByteBuffer changed;
    for (std::size_t i = 0; i < bits.size(); i += 8)
        changed.push_back(static_cast<std::uint8_t>(std::stoi(bits.substr(i, 8), nullptr, 2)));
    return changed;
}

/// A HEIC without a color box, whose stream states the codes. Empty without an HEVC encoder.
ByteBuffer heicStating(const std::string& primaries, const std::string& transfer) {
    // That a signal type is there, its format, its range, that its colors are there; then "not
    // said" and the matrix, as the encoder writes them.
    const std::string before = "110111";
    const std::string matrix = "00000110";
    return withBits(heifBytes(flatPicture(64, 64, {40, 60, 200}), HeifCodec::Hevc),
                    before + "0000001000000010" + matrix, before + primaries + transfer + matrix);
}

} // namespace

class ColorEncodingTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void plainPicturesStayAsTheyAre() {
        const Image picture = slope(40, 30);
        for (const ByteBuffer& bytes :
             {pngBytes(picture), withChunk(pngBytes(picture), "cICP", {1, 13, 0, 1}),
              withChunk(pngBytes(picture), "gAMA", {0, 0, 0xB1, 0x8F})}) {
            const DecodedPicture shown = decoded(bytes);
            QCOMPARE(largestDifference(shown.image, picture), 0);
            QVERIFY(shown.encoding.empty() && shown.isCalibrated && shown.stored.isNull());
        }
    }

    void linearLightIsShownBrighterAndNotCalibrated() {
        ByteBuffer gamma;
        putBig(gamma, 100'000, 4);
        const auto shown =
            decoded(withChunk(pngOfKind(flatPicture(32, 32, {55, 55, 55}), {}), "gAMA", gamma));
        QVERIFY2(isNear(middle(shown.image), {128, 128, 128}, 2), // (55 / 255) to sRGB
                 std::to_string(middle(shown.image)[0]).c_str());
        QCOMPARE(middle(shown.stored)[0], 55);
        QCOMPARE(shown.encoding, std::string("linear"));
        QVERIFY(!shown.isCalibrated);
        QVERIFY(hasWarning(shown, "linear"));
    }

    void codePointsNameDisplayP3() {
        const auto shown = decoded(
            withChunk(pngBytes(flatPicture(32, 32, {40, 60, 200})), "cICP", {12, 13, 0, 1}));
        QCOMPARE(shown.encoding, std::string("Display P3"));
        QVERIFY(shown.isCalibrated); // gray stays where it is
        QVERIFY(middle(shown.image)[2] > 210 && middle(shown.image)[1] < 60);
        QVERIFY(isNear(middle(shown.stored), {40, 60, 200}, 0));
    }

    void highDynamicRangeIsNamedAndNotCalibrated_data() {
        QTest::addColumn<int>("transfer");
        QTest::addColumn<int>("white"); // 8-bit code of reference white
        QTest::newRow("PQ") << 16 << 148;
        QTest::newRow("HLG") << 18 << 191;
    }
    void highDynamicRangeIsNamedAndNotCalibrated() {
        QFETCH(int, transfer);
        QFETCH(int, white);
        const auto level = static_cast<std::uint8_t>(white);
        const Image flat = flatPicture(32, 32, {level, level, level});
        for (const int bits : {8, 16}) {
            const auto shown = decoded(withChunk(pngOfKind(flat, {2, bits}), "cICP",
                                                 {9, static_cast<std::uint8_t>(transfer), 0, 1}));
            QVERIFY(!shown.isCalibrated);
            QVERIFY(shown.encoding.find(transfer == 16 ? "PQ" : "HLG") != std::string::npos);
            QVERIFY2(isNear(middle(shown.image), {250, 250, 250}, 5),
                     std::to_string(middle(shown.image)[0]).c_str());
        }
    }

    void fewBitsInSixteenAreStretched() {
        ByteBuffer dark = *slope(64, 64).bytes();
        for (auto& value : dark)
            value = static_cast<std::uint8_t>(value / 16); // at most 15 * 257 = 3855 of 65535
        dark[0] = 15;
        const auto shown = decoded(pngOfKind(pictureOf(64, 64, dark), {2, 16}));
        QCOMPARE(shown.encoding, std::string("12 bits in 16"));
        QVERIFY(!shown.isCalibrated);
        QCOMPARE(static_cast<int>(shown.image.view().data[0]), 240); // 3855 of 4095
        QVERIFY(hasWarning(shown, "3855 of 65535"));
        // Eight bits are what they are.
        QVERIFY(decoded(pngBytes(pictureOf(64, 64, dark))).encoding.empty());
    }

    void profilesAreAppliedWhateverTheirPiecesAreNumbered() {
        const ByteBuffer jpeg = jpegInDisplayP3();
        const auto shown = decoded(jpeg);
        QVERIFY(!shown.encoding.empty() && shown.isCalibrated);
        QVERIFY(middle(shown.image)[2] > middle(shown.stored)[2] + 5);
        ByteBuffer zero = jpeg;
        zero[profileAt(jpeg)] = 0;
        zero[profileAt(jpeg) + 1] = 0;
        QCOMPARE(decoded(zero).encoding, shown.encoding);
        QCOMPARE(largestDifference(decoded(zero).image, shown.image), 0);
        ByteBuffer lost = jpeg;
        lost[profileAt(jpeg) + 1] = 2; // "1 of 2"
        QVERIFY(decoded(lost).encoding.empty());
        QVERIFY(hasWarning(decoded(lost), "1 of its 2 pieces"));
        ByteBuffer damaged = jpeg;
        std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(profileAt(jpeg)) + 2, 128,
                    std::uint8_t{'x'});
        QVERIFY(decoded(damaged).encoding.empty());
        QVERIFY(hasWarning(decoded(damaged), "damaged"));
    }

    void thumbnailsShowTheSameColors() {
        const QTemporaryDir directory;
        const auto file = readEvidence(writeFile(directory, "p3.jpg", jpegInDisplayP3()), {});
        QVERIFY(file.has_value());
        const auto small = thumbnail(*file, 16, {});
        QVERIFY(small.has_value());
        QVERIFY(isNear(middle(*small), middle(decoded(jpegInDisplayP3()).image), 3));
    }

    void adobeRgbIsKnownByExifAlone() {
        const ByteBuffer jpeg = jpegBytes(flatPicture(64, 48, {60, 200, 60}), 100);
        const auto adobe = decoded(withInterop(jpeg, "R03"));
        QVERIFY(adobe.encoding.find("Adobe RGB") != std::string::npos);
        QVERIFY(adobe.isCalibrated);
        QVERIFY(middle(adobe.image)[2] < middle(adobe.stored)[2] - 20); // a green beyond sRGB
        QVERIFY(decoded(withInterop(jpeg, "R98")).encoding.empty());
    }

    void aStreamMayStateItsColorsAlone() {
        const ByteBuffer p3 = heicStating("00001100", "00001101"); // 12, 13
        if (p3.empty())
            QSKIP("this machine's libheif has no HEVC encoder, or one that states no colors");
        const auto codes = streamColors(p3);
        QVERIFY(codes.has_value());
        QCOMPARE(codes->primaries, 12);
        QCOMPARE(codes->transfer, 13);
        const auto shown = decoded(p3);
        QCOMPARE(shown.encoding, std::string("Display P3"));
        QVERIFY(shown.isCalibrated);
        QVERIFY(middle(shown.image)[2] > middle(shown.stored)[2] + 5);
        const auto hlg = decoded(heicStating("00001001", "00010010")); // 9, 18
        QVERIFY(hlg.encoding.find("HLG") != std::string::npos);
        QVERIFY(!hlg.isCalibrated);
        // Nothing said anywhere.
        const ByteBuffer silent = heifBytes(flatPicture(64, 64, {40, 60, 200}), HeifCodec::Hevc);
        QVERIFY(!streamColors(silent).has_value());
        QVERIFY(decoded(silent).encoding.empty());
        QVERIFY(hasWarning(decoded(silent), "does not say how its colors are encoded"));
        for (std::size_t at = 0; at < p3.size(); ++at) { // damaged ones do no harm
            ByteBuffer damaged = p3;
            damaged[at] ^= 0xA5;
            (void)streamColors(damaged);
            damaged.resize(at);
            (void)streamColors(damaged);
        }
    }

    void aStreamOfAv1IsReadAsWell() {
        const auto path = sharedData("cases/bug_reports_2/pq10.avif");
        if (!path)
            QSKIP("shared/cases/bug_reports_2 is not on this machine");
        ByteBuffer bytes = *readEvidence(*path, {})->bytes;
        constexpr std::string_view kBox = "colr";
        const auto at = std::search(bytes.begin(), bytes.end(), kBox.begin(), kBox.end());
        QVERIFY(at != bytes.end());
        std::ranges::copy(std::string_view("skip"), at);
        const auto codes = streamColors(bytes);
        QVERIFY(codes.has_value());
        QCOMPARE(codes->primaries, 9);
        QCOMPARE(codes->transfer, 16);
        QVERIFY(decoded(bytes).encoding.find("PQ") != std::string::npos);
        for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 2000); ++i) {
            ByteBuffer damaged = bytes;
            damaged[i] ^= 0xA5;
            (void)streamColors(damaged);
        }
    }

    void primariesOfAPngCountWithItsGamma() {
        ByteBuffer gamma;
        putBig(gamma, 45'455, 4);
        ByteBuffer adobe; // white, red, green, blue of Adobe RGB
        for (const std::uint32_t value :
             {31270U, 32900U, 64000U, 33000U, 21000U, 71000U, 15000U, 6000U})
            putBig(adobe, value, 4);
        const ByteBuffer plain = pngOfKind(flatPicture(32, 32, {60, 200, 60}), {});
        const auto shown = decoded(withChunk(withChunk(plain, "gAMA", gamma), "cHRM", adobe));
        QVERIFY2(shown.encoding == "primaries of its own", shown.encoding.c_str());
        QVERIFY(shown.isCalibrated);
        QVERIFY(middle(shown.image)[2] < middle(shown.stored)[2] - 20); // a green beyond sRGB
        // The chunk for sRGB overrules both; a chromaticity of zero is none.
        QVERIFY(decoded(withChunk(withChunk(plain, "cHRM", adobe), "sRGB", {0})).encoding.empty());
        ByteBuffer zero = adobe;
        std::fill_n(zero.begin() + 8, 4, std::uint8_t{0});
        QVERIFY(decoded(withChunk(plain, "cHRM", zero)).encoding.empty());
    }

    void cutAndMutatedStatementsDoNoHarm() {
        ByteBuffer jpeg = withInterop(jpegInDisplayP3(), "R03");
        for (std::size_t at = 2; at < std::min<std::size_t>(jpeg.size(), 800); at += 3) {
            ByteBuffer mutated = jpeg;
            mutated[at] ^= 0x5A;
            (void)colorStatement(Format::Jpeg, mutated);
            mutated.resize(at);
            (void)colorStatement(Format::Jpeg, mutated);
            (void)decode(evidence(mutated), {});
        }
    }

    void reportedFilesAreNamed_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<bool>("isCalibrated");
        QTest::newRow("pq") << "pq10.avif"
                            << "PQ" << false;
        QTest::newRow("12 bits") << "gray12in16.png"
                                 << "12 bits" << false;
        QTest::newRow("swapped") << "swapped_icc.jpg"
                                 << "Swapped" << true;
        QTest::newRow("0 of 0") << "icc_piece_zero.jpg"
                                << "Swapped" << true;
        QTest::newRow("exif") << "_adobe_by_exif.jpg"
                              << "Adobe RGB" << true;
        QTest::newRow("10 bits, nothing stated") << "hlg10.heic"
                                                 << "not stated, 10 bits" << false;
        QTest::newRow("nothing stated") << "p3_nclx.heic"
                                        << "" << true;
        QTest::newRow("lab") << "lab8_small.tif"
                             << "L*a*b*" << false;
    }
    void reportedFilesAreNamed() {
        QFETCH(QString, name);
        QFETCH(QString, encoding);
        QFETCH(bool, isCalibrated);
        const auto path = sharedData("cases/bug_reports_2/" + name.toStdString());
        if (!path)
            QSKIP("shared/cases/bug_reports_2 is not on this machine");
        const auto picture = decode(*readEvidence(*path, {}), {});
        QVERIFY(picture.has_value());
        QVERIFY2(picture->encoding.find(encoding.toStdString()) != std::string::npos,
                 picture->encoding.c_str());
        QCOMPARE(picture->isCalibrated, isCalibrated);
        // Neither file's container nor stream states colors, whatever its name says.
        if (name.endsWith("heic"))
            QVERIFY(hasWarning(*picture, "does not say how its colors are encoded"));
        const auto view = picture->image.view();
        const auto at = [&](int x, int y) {
            const auto* p = view.data + y * view.bytesPerRow + static_cast<std::ptrdiff_t>(x) * 3;
            return std::array<int, 3>{p[0], p[1], p[2]};
        };
        if (encoding == "L*a*b*") // the neutral patch does not fit; the red one stands at (36, 164)
            QVERIFY(isNear(at(36, 164), {0, 0, 254}, 6));
        if (encoding == "Swapped") // red stands for green
            QVERIFY(at(36, 284)[1] > at(36, 284)[2] + 100);
    }
};

QTEST_GUILESS_MAIN(ColorEncodingTest)
#include "color_encoding_test.moc"
