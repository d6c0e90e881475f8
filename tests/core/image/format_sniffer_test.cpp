// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/format_sniffer.h"
#include "tests/core/image/odd_pictures.h"

#include <QTest>

using core::image::Format;
using core::image::formatName;
using core::image::formatOfExtension;
using core::image::sniffFormat;
using namespace tests;

class FormatSnifferTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyFormatIsKnownByItsFirst64Bytes();
    void wordsAreNoPictures();
    void shortInputIsUnknown();
    void extensionsPromiseFormats();
};

void FormatSnifferTest::everyFormatIsKnownByItsFirst64Bytes() {
    const Image scene = slope(64, 64);
    const std::pair<ByteBuffer, Format> cases[] = {
        {jpegBytes(scene), Format::Jpeg},
        {pngBytes(scene), Format::Png},
        {webpBytes(scene), Format::Webp},
        {tiffBytes(scene), Format::Tiff},
        {bmpBytes(scene), Format::Bmp},
        {gifBytes(scene), Format::Gif},
        {heifBytes(scene, HeifCodec::Hevc), Format::Heic},
        {heifBytes(scene, HeifCodec::Av1), Format::Avif},
    };
    for (const auto& [bytes, format] : cases) {
        if (bytes.empty())
            continue;
        QCOMPARE(formatName(sniffFormat(std::span(bytes).first(64))), formatName(format));
    }
}

void FormatSnifferTest::wordsAreNoPictures() {
    for (const std::string_view text :
         {"BMW makes cars, and this is a letter about one of them.", "GIF is a format",
          "II and MM are the marks of TIFF", "RIFF of the day: WEBP"}) {
        const ByteBuffer bytes(text.begin(), text.end());
        QVERIFY(sniffFormat(bytes) == Format::Unknown);
    }
}

void FormatSnifferTest::shortInputIsUnknown() {
    QVERIFY(sniffFormat({}) == Format::Unknown);
    const ByteBuffer whole = heifBytes(slope(64, 64), HeifCodec::Hevc);
    for (std::size_t length = 0; length < std::min<std::size_t>(whole.size(), 11); ++length)
        QVERIFY(sniffFormat(std::span(whole).first(length)) == Format::Unknown);
}

void FormatSnifferTest::extensionsPromiseFormats() {
    QVERIFY(formatOfExtension("a.JPG") == Format::Jpeg);
    QVERIFY(formatOfExtension("holiday.2019.heic") == Format::Heic);
    QVERIFY(formatOfExtension("a.txt") == Format::Unknown);
    QVERIFY(formatOfExtension("jpg") == Format::Unknown);
    QVERIFY(formatOfExtension("") == Format::Unknown);
}

QTEST_APPLESS_MAIN(FormatSnifferTest)
#include "format_sniffer_test.moc"
