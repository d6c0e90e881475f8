// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/file_inspection.h"

#include "core/image/saved_part.h"
#include "tests/support/picture_maker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core::inference;
using namespace tests;

namespace {

ByteBuffer bytesOf(const std::string& text) {
    return {text.begin(), text.end()};
}

/// A JPEG whose EXIF block carries another JPEG.
ByteBuffer withThumbnail(const Image& picture, const Image& thumbnail) {
    const ByteBuffer small = jpegBytes(thumbnail);
    const auto number = [](std::uint64_t value, int width) {
        std::string text;
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
            text += static_cast<char>(value >> shift & 0xFF);
        return text;
    };
    const auto entry = [&number](int tag, int type, std::uint64_t value) {
        return number(static_cast<std::uint64_t>(tag), 2) +
               number(static_cast<std::uint64_t>(type), 2) + number(1, 4) + number(value, 4);
    };
    // An empty first directory, then the thumbnail's.
    const std::string block = std::string("MM\0*", 4) + number(8, 4) + number(0, 2) +
                              number(14, 4) + number(2, 2) + entry(0x0201, 4, 44) +
                              entry(0x0202, 4, small.size()) + number(0, 4) +
                              std::string(small.begin(), small.end());
    const std::string payload = std::string("Exif\0\0", 6) + block;
    const std::string segment = "\xFF\xE1" + number(payload.size() + 2, 2) + payload;
    ByteBuffer jpeg = jpegBytes(picture);
    jpeg.insert(jpeg.begin() + 2, segment.begin(), segment.end());
    return jpeg;
}

} // namespace

class FileInspectionTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void filesWithoutPixelsAreInspected_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("looks");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\nnothing") << "a PDF document";
        QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                             << "an SVG drawing";
        QTest::newRow("MP4") << QByteArray("\0\0\0\x18"
                                           "ftypisom\0\0\0\0isomavc1",
                                           24)
                             << "a video";
        QTest::newRow("MP3") << QByteArray("ID3\3\0\0\0\0\0\0abcdefgh", 18) << "a sound file";
    }
    void filesWithoutPixelsAreInspected() {
        QFETCH(QByteArray, content);
        QFETCH(QString, looks);
        const QTemporaryDir directory;
        const auto file = writeFile(directory, "file", bytesOf(content.toStdString()));
        const auto found = inspectFile(file, {});
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QCOMPARE(found->file.format, core::image::Format::Unknown);
        QVERIFY(!found->file.sha256.empty());
        QVERIFY(!found->notDecoded.empty());
        QCOMPARE(found->provenance.c2pa.state, core::examination::C2paState::None);
        QVERIFY2(QString::fromStdString(found->warnings.front()).contains(looks),
                 found->warnings.front().c_str());
    }

    void aTextIsNothingToInspect() {
        const QTemporaryDir directory;
        const auto file = writeFile(directory, "notes.txt", bytesOf("Only words.\n"));
        const auto found = inspectFile(file, {});
        QVERIFY(!found);
        QCOMPARE(found.error().code, core::ErrorCode::UnknownFormat);
        QVERIFY(QString::fromStdString(found.error().message).contains("plain text"));
    }

    void aPictureThatCannotBeDecodedStillSaysWhatItSays() {
        const QTemporaryDir directory;
        ByteBuffer png = pngBytes(slope(80, 60));
        png.resize(50); // header only
        const auto found = inspectFile(writeFile(directory, "a.png", png), {});
        QVERIFY(found);
        QVERIFY(!found->notDecoded.empty() || found->width > 0);
    }

    void thumbnailsAreCompared_data() {
        QTest::addColumn<bool>("isOther");
        QTest::newRow("of the picture") << false;
        QTest::newRow("of another") << true;
    }
    void thumbnailsAreCompared() {
        QFETCH(bool, isOther);
        const QTemporaryDir directory;
        const Image picture = slope(256, 256);
        const Image small = isOther ? checkerboard(64, 64, 16) : slope(128, 128);
        const auto file = writeFile(directory, "a.jpg", withThumbnail(picture, small));
        const auto found = inspectFile(file, {});
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QCOMPARE(found->previews.size(), std::size_t{1});
        const PreviewPicture& preview = found->previews.front();
        QCOMPARE(preview.where, std::string("EXIF thumbnail"));
        QVERIFY(preview.likeness.has_value());
        QCOMPARE(preview.isOther, isOther);
        QCOMPARE(*preview.likeness > 0.9, !isOther);
        QCOMPARE(std::ranges::any_of(
                     found->clues,
                     [](const auto& clue) { return clue.templateId == "file.thumbnail_other"; }),
                 isOther);
    }

    void partsAreSavedAsTheyStand() {
        const QTemporaryDir directory;
        ByteBuffer jpeg = jpegBytes(slope(64, 64));
        const std::size_t end = jpeg.size();
        const std::string zip = "PK\3\4 and what follows";
        jpeg.insert(jpeg.end(), zip.begin(), zip.end());
        const auto file = writeFile(directory, "a.jpg", jpeg);
        const auto found = inspectFile(file, {});
        QVERIFY(found);
        QCOMPARE(found->provenance.extraParts.size(), std::size_t{1});
        const auto& part = found->provenance.extraParts.front();
        QCOMPARE(part.offset, std::uint64_t{end});
        QCOMPARE(core::image::endingFor(part.what), std::string_view(".zip"));
        const std::filesystem::path target = directory.filePath("part.zip").toStdString();
        core::image::FilePart wanted{file, found->file.sha256, part.offset, part.bytes};
        QVERIFY(core::image::savePart(wanted, target, {}));
        QFile saved(directory.filePath("part.zip"));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray::fromStdString(zip));
        // Never over a file that is there, never of a file that has changed.
        QCOMPARE(core::image::savePart(wanted, target, {}).error().code,
                 core::ErrorCode::InvalidArgument);
        wanted.sha256.front() = wanted.sha256.front() == '0' ? '1' : '0';
        QCOMPARE(core::image::savePart(wanted, directory.filePath("other").toStdString(), {})
                     .error()
                     .code,
                 core::ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(FileInspectionTest)
#include "file_inspection_test.moc"
