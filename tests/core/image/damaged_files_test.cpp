// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/safe_decoder.h"
#include "tests/core/image/odd_pictures.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <unistd.h>

using core::ErrorCode;
using core::image::EvidenceFile;
using core::image::Format;
using core::image::readEvidence;
using namespace tests;

namespace {

EvidenceFile evidence(const ByteBuffer& bytes) {
    return {
        "test", std::make_shared<const ByteBuffer>(bytes), "", core::image::sniffFormat(bytes), {}};
}

ByteBuffer textBytes(std::string_view text) {
    return {text.begin(), text.end()};
}

void put(ByteBuffer& bytes, std::size_t at, std::uint32_t value, int width, bool isBigEndian) {
    for (int i = 0; i < width; ++i)
        bytes[at + static_cast<std::size_t>(i)] =
            static_cast<std::uint8_t>(value >> (8 * (isBigEndian ? width - 1 - i : i)));
}

ByteBuffer pngClaiming(std::uint32_t width, std::uint32_t height) {
    ByteBuffer bytes = pngBytes(slope(8, 8));
    put(bytes, 16, width, 4, true);
    put(bytes, 20, height, 4, true);
    put(bytes, 29, static_cast<std::uint32_t>(crc32(0, bytes.data() + 12, 17)), 4, true);
    return bytes;
}

ByteBuffer jpegClaiming(std::uint32_t width, std::uint32_t height,
                        ByteBuffer bytes = jpegBytes(slope(8, 8))) {
    for (std::size_t i = 0; i + 9 < bytes.size(); ++i) {
        if (bytes[i] == 0xFF && (bytes[i + 1] == 0xC0 || bytes[i + 1] == 0xC2)) {
            put(bytes, i + 5, height, 2, true);
            put(bytes, i + 7, width, 2, true);
            return bytes;
        }
    }
    return {};
}

ByteBuffer tiffClaiming(std::uint32_t width, std::uint32_t height) {
    ByteBuffer bytes = tiffBytes(slope(8, 8));
    const std::size_t directory = 8 + 8 * 8 * 3;
    put(bytes, directory + 2 + 8, width, 4, false);
    put(bytes, directory + 2 + 12 + 8, height, 4, false);
    return bytes;
}

ByteBuffer gifClaiming(std::uint32_t width, std::uint32_t height) {
    ByteBuffer bytes = gifBytes(slope(8, 8));
    put(bytes, 6, width, 2, false);
    put(bytes, 8, height, 2, false);
    return bytes;
}

ByteBuffer bmpClaiming(std::uint32_t width, std::uint32_t height) {
    ByteBuffer bytes = bmpBytes(slope(8, 8));
    put(bytes, 18, width, 4, false);
    put(bytes, 22, height, 4, false);
    return bytes;
}

ByteBuffer heifClaiming(std::uint32_t width, std::uint32_t height) {
    ByteBuffer bytes = heifBytes(slope(64, 64), HeifCodec::Hevc);
    constexpr std::string_view kSize = "ispe";
    const auto at = std::search(bytes.begin(), bytes.end(), kSize.begin(), kSize.end());
    if (at == bytes.end())
        return {};
    put(bytes, static_cast<std::size_t>(at - bytes.begin()) + 8, width, 4, true);
    put(bytes, static_cast<std::size_t>(at - bytes.begin()) + 12, height, 4, true);
    return bytes;
}

ByteBuffer firstPart(const ByteBuffer& bytes, double share) {
    return {bytes.begin(),
            bytes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(bytes.size()) * share)};
}

bool hasWarning(const core::image::DecodedPicture& picture, std::string_view words) {
    return std::ranges::any_of(picture.warnings, [words](const std::string& warning) {
        return warning.find(words) != std::string::npos;
    });
}

} // namespace

class DamagedFilesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pathsThatAreNoFilesAreRefused();
    void unreadableFileIsRefused();
    void contentThatIsNoPictureIsNamed_data();
    void contentThatIsNoPictureIsNamed();
    void wrongExtensionIsAWarning();
    void fileOverTheLimitIsRefused();
    void headerBombsAreRefusedBeforeAllocating_data();
    void headerBombsAreRefusedBeforeAllocating();
    void memoryLimitIsChecked();
    void truncatedJpegIsShownWithAWarning();
    void truncatedPicturesShowWhatTheyHave_data();
    void truncatedPicturesShowWhatTheyHave();
    void filesWithoutPixelsAreErrors_data();
    void filesWithoutPixelsAreErrors();
    void jpegWithThousandsOfScansIsRefused();
    void evidenceIsHashedAndNotTouched();
};

void DamagedFilesTest::pathsThatAreNoFilesAreRefused() {
    const QTemporaryDir directory;
    const std::filesystem::path folder(directory.path().toStdString());
    const auto missing = readEvidence(folder / "missing.jpg", {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    QVERIFY(missing.error().message.find("missing.jpg") != std::string::npos);

    const auto isFolder = readEvidence(folder, {});
    QVERIFY(!isFolder);
    QCOMPARE(isFolder.error().code, ErrorCode::FileUnreadable);

    const auto pipe = folder / "pipe.jpg";
    QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
    const auto isPipe = readEvidence(pipe, {}); // would wait for ever for a writer
    QVERIFY(!isPipe);
    QCOMPARE(isPipe.error().code, ErrorCode::FileUnreadable);

    const auto isDevice = readEvidence("/dev/zero", {});
    QVERIFY(!isDevice);
    QCOMPARE(isDevice.error().code, ErrorCode::FileUnreadable);

    const auto isEmpty = readEvidence(writeFile(directory, "empty.jpg", {}), {});
    QVERIFY(!isEmpty);
    QCOMPARE(isEmpty.error().code, ErrorCode::FileEmpty);
}

void DamagedFilesTest::unreadableFileIsRefused() {
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "locked.jpg", jpegBytes(slope(8, 8)));
    std::filesystem::permissions(path, std::filesystem::perms::none);
    const bool isRoot = geteuid() == 0; // root may read everything, so it becomes somebody else
    if (isRoot)
        QCOMPARE(seteuid(65534), 0);
    const auto locked = readEvidence(path, {});
    if (isRoot)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, ErrorCode::FileUnreadable);
    QVERIFY(locked.error().message.find("permission") != std::string::npos);
}

void DamagedFilesTest::contentThatIsNoPictureIsNamed_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::addColumn<QByteArray>("words");
    using namespace std::string_view_literals;
    QTest::newRow("text") << textBytes("Dear reader,\nthis is a letter.\n")
                          << QByteArray("plain text");
    QTest::newRow("html") << textBytes("<!DOCTYPE html><html><body>404</body></html>")
                          << QByteArray("web page");
    QTest::newRow("pdf") << textBytes("%PDF-1.7\n%\xE2\xE3") << QByteArray("PDF");
    QTest::newRow("zip") << textBytes("PK\x03\x04\x14\0"sv) << QByteArray("ZIP");
    QTest::newRow("git lfs") << textBytes(
                                    "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
                             << QByteArray("Git LFS");
    QTest::newRow("svg") << textBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                         << QByteArray("SVG");
    QTest::newRow("video") << textBytes("\0\0\0\x18"
                                        "ftypmp42\0\0\0\0mp42isom"sv)
                           << QByteArray("video");
    QTest::newRow("zeros") << ByteBuffer(5000, 0) << QByteArray("zeros only");
    QTest::newRow("noise") << ByteBuffer{0x91, 0x02, 0xE3, 0x77, 0x01}
                           << QByteArray("nothing known");
}

void DamagedFilesTest::contentThatIsNoPictureIsNamed() {
    QFETCH(ByteBuffer, bytes);
    QFETCH(QByteArray, words);
    const QTemporaryDir directory;
    const auto file = readEvidence(writeFile(directory, "picture.jpg", bytes), {});
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::UnknownFormat);
    QVERIFY2(file.error().message.find(words.toStdString()) != std::string::npos,
             file.error().message.c_str());
}

void DamagedFilesTest::wrongExtensionIsAWarning() {
    const QTemporaryDir directory;
    const auto file = readEvidence(writeFile(directory, "a.png", jpegBytes(slope(8, 8))), {});
    QVERIFY(file);
    QCOMPARE(file->format, Format::Jpeg);
    QCOMPARE(file->warnings.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(file->warnings.front()),
             QString("The file is named .png but is a JPEG picture."));
    const auto right = readEvidence(writeFile(directory, "a.JPG", jpegBytes(slope(8, 8))), {});
    QVERIFY(right);
    QVERIFY(right->warnings.empty());
}

void DamagedFilesTest::fileOverTheLimitIsRefused() {
    const QTemporaryDir directory;
    core::image::DecodeLimits limits;
    limits.maxFileBytes = 100;
    const auto file = readEvidence(writeFile(directory, "a.bmp", bmpBytes(slope(20, 20))), limits);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::LimitExceeded);
}

void DamagedFilesTest::headerBombsAreRefusedBeforeAllocating_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    constexpr std::uint32_t kSide = 60'000;
    QTest::newRow("png") << pngClaiming(kSide, kSide);
    QTest::newRow("png of two billion") << pngClaiming(0x7FFFFFFF, 0x7FFFFFFF);
    QTest::newRow("jpeg") << jpegClaiming(kSide, kSide);
    QTest::newRow("progressive jpeg")
        << jpegClaiming(kSide, kSide, jpegOfKind(slope(8, 8), JpegKind::Progressive));
    QTest::newRow("tiff") << tiffClaiming(kSide, kSide);
    QTest::newRow("tiff of four billion") << tiffClaiming(0xFFFFFFFF, 0xFFFFFFFF);
    QTest::newRow("gif") << gifClaiming(kSide, kSide);
    QTest::newRow("bmp") << bmpClaiming(kSide, kSide);
    QTest::newRow("bmp of two billion") << bmpClaiming(0x7FFFFFFF, 0x80000000);
    QTest::newRow("heic") << heifClaiming(kSide, kSide);
    QTest::newRow("heic of four billion") << heifClaiming(0xFFFFFFFF, 0xFFFFFFFF);
}

void DamagedFilesTest::headerBombsAreRefusedBeforeAllocating() {
    QFETCH(ByteBuffer, bytes);
    if (bytes.empty())
        QSKIP("this machine's libheif has no encoder for the format");
    const auto decoded = core::image::decode(evidence(bytes), {});
    QVERIFY(!decoded);
    const ErrorCode code = decoded.error().code;
    QVERIFY2(code == ErrorCode::LimitExceeded || code == ErrorCode::Corrupt,
             decoded.error().message.c_str());
    if (QByteArray(QTest::currentDataTag()).contains("of"))
        return;
    QVERIFY2(code == ErrorCode::LimitExceeded, decoded.error().message.c_str());
    QVERIFY2(decoded.error().message.find("60000 x 60000") != std::string::npos,
             decoded.error().message.c_str());
}

void DamagedFilesTest::memoryLimitIsChecked() {
    core::image::DecodeLimits limits;
    limits.maxMemoryBytes = 1'000'000;
    const auto decoded = core::image::decode(evidence(pngBytes(slope(800, 800))), limits);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::LimitExceeded);
    QVERIFY(decoded.error().message.find("MiB of memory") != std::string::npos);
}

void DamagedFilesTest::truncatedJpegIsShownWithAWarning() {
    const Image scene = noisyScene(160, 320, 4);
    const ByteBuffer whole = jpegBytes(scene);
    const auto complete = core::image::decode(evidence(whole), {});
    const auto half = core::image::decode(evidence(firstPart(whole, 0.5)), {});
    QVERIFY(complete);
    QVERIFY2(half, half ? "" : half.error().message.c_str());
    QVERIFY(hasWarning(*half, "The file ends early"));
    QVERIFY2(hasWarning(*half, " % of the picture is missing"), half->warnings.front().c_str());
    QCOMPARE(complete->missingShare, 0.0);
    QVERIFY2(half->missingShare > 0.3 && half->missingShare < 0.7,
             qPrintable(QString::number(half->missingShare)));
    const std::size_t rowBytes = 160 * 3;
    const ByteBuffer& pixels = *half->image.bytes();
    QVERIFY(std::equal(pixels.begin(), pixels.begin() + static_cast<std::ptrdiff_t>(rowBytes * 64),
                       complete->image.bytes()->begin()));
    QVERIFY(std::all_of(pixels.end() - static_cast<std::ptrdiff_t>(rowBytes * 32), pixels.end(),
                        [](std::uint8_t value) { return value == 128; }));
}

void DamagedFilesTest::truncatedPicturesShowWhatTheyHave_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    const Image scene = noisyScene(150, 200, 4);
    QTest::newRow("jpeg") << jpegBytes(scene);
    QTest::newRow("progressive jpeg") << jpegOfKind(scene, JpegKind::Progressive);
    QTest::newRow("cmyk jpeg") << jpegOfKind(scene, JpegKind::Inks);
    QTest::newRow("png") << pngBytes(scene);
    QTest::newRow("interlaced png") << pngOfKind(scene, {2, 8, true});
    QTest::newRow("webp lossless") << webpBytes(scene);
    QTest::newRow("webp lossy") << webpBytes(scene, 80);
    QTest::newRow("gif") << gifBytes(scene);
    QTest::newRow("bmp") << bmpBytes(scene);
    QTest::newRow("bmp top down") << bmpOfKind(scene, BmpKind::TopDown);
}

void DamagedFilesTest::truncatedPicturesShowWhatTheyHave() {
    QFETCH(ByteBuffer, bytes);
    const auto decoded = core::image::decode(evidence(firstPart(bytes, 0.6)), {});
    QVERIFY2(decoded, decoded ? "" : decoded.error().message.c_str());
    QCOMPARE(decoded->image.width(), 150);
    QCOMPARE(decoded->image.height(), 200);
    QVERIFY(hasWarning(*decoded, "The file ends early"));
}

void DamagedFilesTest::filesWithoutPixelsAreErrors_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    const Image scene = noisyScene(90, 70, 2);
    QTest::newRow("jpeg marker only") << ByteBuffer{0xFF, 0xD8, 0xFF};
    QTest::newRow("jpeg header only") << firstPart(jpegBytes(scene), 0.02);
    const ByteBuffer png = pngBytes(scene);
    QTest::newRow("png signature only") << ByteBuffer(png.begin(), png.begin() + 8);
    QTest::newRow("png header only") << ByteBuffer(png.begin(), png.begin() + 33);
    QTest::newRow("webp header only") << firstPart(webpBytes(scene), 0.003);
    QTest::newRow("tiff cut") << firstPart(tiffBytes(scene), 0.5);
    QTest::newRow("gif header only") << firstPart(gifBytes(scene), 0.01);
    QTest::newRow("bmp header only") << firstPart(bmpBytes(scene), 0.003);
    QTest::newRow("heic cut") << firstPart(heifBytes(scene, HeifCodec::Hevc), 0.4);
    QTest::newRow("png of 0 x 0") << pngClaiming(0, 0);
    QTest::newRow("jpeg of 0 x 0") << jpegClaiming(0, 0);
    QTest::newRow("gif of 0 x 0") << gifClaiming(0, 0);
    QTest::newRow("bmp of 0 x 0") << bmpClaiming(0, 0);
    QTest::newRow("tiff of 0 x 0") << tiffClaiming(0, 0);
}

void DamagedFilesTest::filesWithoutPixelsAreErrors() {
    QFETCH(ByteBuffer, bytes);
    const auto decoded = core::image::decode(evidence(bytes), {});
    QVERIFY(!decoded);
    const ErrorCode code = decoded.error().code;
    QVERIFY2(code == ErrorCode::Truncated || code == ErrorCode::Corrupt ||
                 code == ErrorCode::UnsupportedFormat,
             decoded.error().message.c_str());
    QVERIFY(decoded.error().message.size() > 20);
}

void DamagedFilesTest::jpegWithThousandsOfScansIsRefused() {
    const ByteBuffer jpeg = jpegOfKind(slope(32, 32), JpegKind::Progressive);
    constexpr std::uint8_t kScan[] = {0xFF, 0xDA};
    const auto last = std::find_end(jpeg.begin(), jpeg.end(), std::begin(kScan), std::end(kScan));
    ByteBuffer bomb(jpeg.begin(), last);
    for (int i = 0; i < 2000; ++i)
        bomb.insert(bomb.end(), last, jpeg.end() - 2);
    bomb.insert(bomb.end(), {0xFF, 0xD9});
    const auto decoded = core::image::decode(evidence(bomb), {});
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::LimitExceeded);
    QVERIFY(decoded.error().message.find("500 scans") != std::string::npos);
}

void DamagedFilesTest::evidenceIsHashedAndNotTouched() {
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "abc.bmp", textBytes("abc"));
    const auto before = std::filesystem::last_write_time(path);
    QVERIFY(!readEvidence(path, {}));
    const ByteBuffer bytes = pngBytes(slope(5, 4));
    const auto picture = writeFile(directory, "a.png", bytes);
    std::filesystem::permissions(picture, std::filesystem::perms::owner_read);
    const auto file = readEvidence(picture, {});
    QVERIFY(file);
    QVERIFY(*file->bytes == bytes);
    QCOMPARE(file->sha256.size(), std::size_t{64});
    QVERIFY(std::filesystem::last_write_time(path) == before);
}

QTEST_APPLESS_MAIN(DamagedFilesTest)
#include "damaged_files_test.moc"
