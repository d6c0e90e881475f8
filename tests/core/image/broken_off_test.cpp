// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/double_quantization.h"
#include "core/forensics/jpeg_ghost.h"
#include "core/forensics/spectrum.h"
#include "core/image/jpeg_scans.h"
#include "core/image/safe_decoder.h"
#include "tests/core/forensics/constructed_edits.h"
#include "tests/core/image/odd_pictures.h"
#include "tests/support/shared_data.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <random>
#include <string>

using namespace core;
using namespace core::image;
using namespace tests;

namespace {

EvidenceFile evidence(const ByteBuffer& bytes) {
    return {"test", std::make_shared<const ByteBuffer>(bytes), "", sniffFormat(bytes), {}};
}

bool hasWarning(const DecodedPicture& picture, const std::string& words) {
    return std::ranges::any_of(picture.warnings, [&](const std::string& warning) {
        return warning.find(words) != std::string::npos;
    });
}

std::string allWarnings(const DecodedPicture& picture) {
    std::string all;
    for (const std::string& warning : picture.warnings)
        all += warning + " ";
    return all;
}

ByteBuffer progressive() {
    return jpegOfKind(noisyScene(360, 280, 4), JpegKind::Progressive, 88);
}

/// Where the data of each scan ends.
std::vector<std::size_t> scanEnds(const ByteBuffer& jpeg) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 2; i + 1 < jpeg.size();) {
        if (jpeg[i] != 0xFF) {
            ++i;
            continue;
        }
        if (jpeg[i + 1] == 0xD9)
            break;
        const std::size_t length = jpeg[i + 2] * 256U + jpeg[i + 3];
        const bool isScan = jpeg[i + 1] == 0xDA;
        i += 2 + length;
        if (!isScan)
            continue;
        while (i + 1 < jpeg.size() && (jpeg[i] != 0xFF || jpeg[i + 1] == 0))
            ++i;
        ends.push_back(i);
    }
    return ends;
}

ByteBuffer firstBytes(const ByteBuffer& bytes, std::size_t count) {
    return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count)};
}

ByteBuffer ended(ByteBuffer bytes) {
    bytes.push_back(0xFF);
    bytes.push_back(0xD9);
    return bytes;
}

std::size_t frameAt(const ByteBuffer& jpeg) {
    for (std::size_t i = 2; i + 1 < jpeg.size(); ++i) {
        if (jpeg[i] == 0xFF && jpeg[i + 1] == 0xC0)
            return i;
    }
    return 0;
}

} // namespace

class BrokenOffTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void scansAndBitsAreCounted() {
        const ByteBuffer whole = progressive();
        const auto ends = scanEnds(whole);
        QVERIFY(ends.size() > 5);
        const JpegScans all = jpegScans(whole);
        QVERIFY(all.isProgressive);
        QCOMPARE(all.count, static_cast<int>(ends.size()));
        QCOMPARE(all.lackingCoefficients(), 0);
        QCOMPARE(all.allCoefficients(), 192);
        const JpegScans three = jpegScans(ended(firstBytes(whole, ends[2])));
        QCOMPARE(three.count, 3);
        QCOMPARE(three.ended, 3);
        QVERIFY(three.lackingCoefficients() > 0);
        const JpegScans baseline = jpegScans(jpegBytes(noisyScene(64, 64, 1)));
        QVERIFY(!baseline.isProgressive);
        QCOMPARE(baseline.count, 1);
        QCOMPARE(baseline.lackingCoefficients(), 0);
        QCOMPARE(jpegScans({}).count, 0);
    }

    void missingScansAreSaidAlsoBehindAnEndMark() {
        const ByteBuffer whole = progressive();
        QVERIFY(!decode(evidence(whole), {})->lacksDetail);
        QVERIFY(decode(evidence(whole), {})->warnings.empty());
        const auto cut = decode(evidence(ended(firstBytes(whole, scanEnds(whole)[2]))), {});
        QVERIFY(cut.has_value());
        QVERIFY(cut->lacksDetail);
        QVERIFY2(hasWarning(*cut, "3 scans of the JPEG are whole"), allWarnings(*cut).c_str());
        const auto early = decode(evidence(ended(firstBytes(whole, scanEnds(whole)[0]))), {});
        QVERIFY(early.has_value());
        QVERIFY2(hasWarning(*early, "1 scan of the JPEG is whole"), allWarnings(*early).c_str());
        QVERIFY2(hasWarning(*early, "no coefficient has its last bit"),
                 allWarnings(*early).c_str());
    }

    void wholeScansBeforeABrokenTableAreShown() {
        const ByteBuffer whole = progressive();
        const std::size_t end = scanEnds(whole)[2];
        for (const std::size_t more : {std::size_t{1}, std::size_t{3}, std::size_t{9}}) {
            const auto cut = decode(evidence(firstBytes(whole, end + more)), {});
            QVERIFY2(cut.has_value(), cut ? "" : cut.error().message.c_str());
            QVERIFY(cut->lacksDetail);
            QVERIFY2(hasWarning(*cut, "3 scans of the JPEG are whole"), allWarnings(*cut).c_str());
        }
    }

    void twoHundredCutsAccuseNobody() {
        const ByteBuffer whole = progressive();
        std::mt19937 random(7);
        std::uniform_int_distribution<std::size_t> place(100, whole.size() - 3);
        int shown = 0;
        for (int i = 0; i < 200; ++i) {
            const EvidenceFile file = evidence(firstBytes(whole, place(random)));
            const auto picture = decode(file, {});
            if (!picture) {
                QVERIFY(picture.error().code == ErrorCode::Truncated);
                continue;
            }
            ++shown;
            QVERIFY2(picture->lacksDetail || picture->missingShare > 0,
                     allWarnings(*picture).c_str());
            QVERIFY(!picture->warnings.empty());
            const auto subject = forensics::makeSubject(file, *picture);
            QVERIFY(subject.has_value());
            if (!picture->lacksDetail)
                continue;
            for (const auto& method :
                 {forensics::makeJpegGhost(), forensics::makeDoubleQuantization(),
                  forensics::makeSpectrum()})
                QVERIFY(!measuredBy(*method, *subject).applies);
        }
        QVERIFY(shown > 150);
    }

    void hiddenRowsOfAJpegAreCounted() {
        ByteBuffer jpeg = jpegBytes(noisyScene(320, 240, 2));
        QVERIFY(decode(evidence(jpeg), {})->warnings.empty());
        const std::size_t frame = frameAt(jpeg);
        jpeg[frame + 5] = 0;
        jpeg[frame + 6] = 120;
        const auto picture = decode(evidence(jpeg), {});
        QVERIFY(picture.has_value());
        QVERIFY2(hasWarning(*picture, "bytes that belong to nothing"),
                 allWarnings(*picture).c_str());
        QVERIFY2(hasWarning(*picture, "more rows than the 120"), allWarnings(*picture).c_str());
    }

    void hiddenRowsOfAPngAreCounted() {
        ByteBuffer png = pngBytes(noisyScene(320, 240, 2));
        QVERIFY(decode(evidence(png), {})->warnings.empty());
        png[23] = 150; // of the height, big-endian
        const auto sum = static_cast<std::uint32_t>(crc32(0, png.data() + 12, 17));
        for (std::size_t i = 0; i < 4; ++i)
            png[29 + i] = static_cast<std::uint8_t>(sum >> (24 - 8 * i));
        const auto picture = decode(evidence(png), {});
        QVERIFY(picture.has_value());
        QVERIFY2(hasWarning(*picture, "90 more rows than the 150"), allWarnings(*picture).c_str());
    }

    void unsupportedIsNotCorrupt() {
        ByteBuffer jpeg = jpegBytes(noisyScene(64, 64, 2));
        ByteBuffer lossless = jpeg;
        lossless[frameAt(jpeg) + 1] = 0xF7;
        const auto ls = decode(evidence(lossless), {});
        QVERIFY(!ls);
        QCOMPARE(ls.error().code, ErrorCode::UnsupportedFormat);
        QVERIFY2(ls.error().message.find("JPEG-LS") != std::string::npos,
                 ls.error().message.c_str());
        ByteBuffer later = jpeg;
        later[frameAt(jpeg) + 5] = later[frameAt(jpeg) + 6] = 0;
        const auto dnl = decode(evidence(later), {});
        QVERIFY(!dnl);
        QCOMPARE(dnl.error().code, ErrorCode::UnsupportedFormat);
        QVERIFY2(dnl.error().message.find("DNL") != std::string::npos, dnl.error().message.c_str());
    }

    void wipedPartsAreMissing() {
        ByteBuffer jpeg = jpegBytes(noisyScene(640, 480, 2), 88);
        std::fill(jpeg.begin() + static_cast<std::ptrdiff_t>(jpeg.size() / 2), jpeg.end() - 2,
                  std::uint8_t{0});
        const EvidenceFile file = evidence(jpeg);
        const auto picture = decode(file, {});
        QVERIFY(picture.has_value());
        QVERIFY2(hasWarning(*picture, "zero bytes in a row"), allWarnings(*picture).c_str());
        QVERIFY2(picture->missingShare > 0.3 && picture->missingShare < 0.7,
                 allWarnings(*picture).c_str());
        const auto subject = forensics::makeSubject(file, *picture);
        QCOMPARE(accusations(measuredBy(*forensics::makeSpectrum(), *subject)), 0);
    }

    void reportedFilesSayWhatTheyLack_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        for (const char* name :
             {"progressive_cut_at_70_percent_22.jpg", "progressive_cut_at_80_percent_23.jpg",
              "progressive_cut_at_90_percent_21.jpg", "progressive_cut_at_97_percent_24.jpg"})
            QTest::newRow(name) << name << "next breaks off";
        QTest::newRow("called complete") << "progressive_3_of_10_scans_called_complete.jpg"
                                         << "3 scans of the JPEG are whole";
        QTest::newRow("with end mark") << "progressive_3_of_10_scans_eoi.jpg"
                                       << "3 scans of the JPEG are whole";
        QTest::newRow("in tables") << "progressive_cut_in_tables_after_scan3_21.jpg"
                                   << "3 scans of the JPEG are whole";
        QTest::newRow("height") << "height_halved_21.jpg"
                                << "The file has 4635";
        QTest::newRow("mixed") << "two_files_mixed.jpg"
                               << "401 bytes";
        QTest::newRow("png height") << "png_height_halved_small.png"
                                    << "150 more rows";
        QTest::newRow("zeros") << "zeros_from_the_middle_21.jpg"
                               << "zero bytes";
    }
    void reportedFilesSayWhatTheyLack() {
        QFETCH(QString, name);
        QFETCH(QString, words);
        const auto path = sharedData("cases/bug_reports_2/" + name.toStdString());
        if (!path)
            QSKIP("shared/cases/bug_reports_2 is not on this machine");
        const auto picture = decode(*readEvidence(*path, {}), {});
        QVERIFY(picture.has_value());
        QVERIFY2(hasWarning(*picture, words.toStdString()), allWarnings(*picture).c_str());
        QCOMPARE(picture->lacksDetail, name.startsWith("progressive"));
    }
};

QTEST_GUILESS_MAIN(BrokenOffTest)
#include "broken_off_test.moc"
