// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa_presence.h"

#include "core/image/safe_decoder.h"
#include "core/provenance/provenance_reader.h"
#include "tests/core/provenance/labelled_files.h"
#include "tests/support/shared_data.h"

#include <QTest>

using core::image::Format;
using core::provenance::findCredentialStore;
using namespace tests;

namespace {

std::string storeIn(const ByteBuffer& bytes, Format format) {
    return findCredentialStore({"test", std::make_shared<const ByteBuffer>(bytes), "", format, {}})
        .value_or("none");
}

ByteBuffer joined(ByteBuffer bytes, const std::string& more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
    return bytes;
}

std::string little(std::uint64_t value, int width) {
    const std::string big = number(value, width);
    return {big.rbegin(), big.rend()};
}

} // namespace

class C2paPresenceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void storeIsFoundInEveryContainer();
    void otherBoxesAreNoStores();
    void sourceTypesAreListedOnce();
    void publicTestFilesAreNoticed_data();
    void publicTestFilesAreNoticed();
};

void C2paPresenceTest::storeIsFoundInEveryContainer() {
    const std::string store = credentialStore(std::string(1000, 'm'));
    const Image small = slope(16, 16);
    for (const std::size_t piece : {100u, 999u, 60'000u})
        QCOMPARE(storeIn(withJpegStore(jpegBytes(small), store, piece), Format::Jpeg), store);
    QCOMPARE(storeIn(withPngChunk(pngBytes(small), "caBX", store), Format::Png), store);
    QCOMPARE(
        storeIn(joined(webpBytes(small), "C2PA" + little(store.size(), 4) + store), Format::Webp),
        store);

    const std::string uuid = "\xD8\xFE\xC3\xD6\x1B\x0E\x48\x3C\x92\x97\x58\x28\x87\x7E\xC4\x81";
    const std::string body =
        "uuid" + uuid + number(0, 4) + "manifest" + '\0' + number(0, 8) + store;
    const std::string media =
        number(16, 4) + "ftypheic" + number(0, 4) + number(body.size() + 4, 4) + body;
    QCOMPARE(storeIn(joined({}, media), Format::Heic), store);

    std::string blocks = "GIF89a" + std::string(7, '\0') + "\x21\xFF\x0B" + "C2PA_GIF" + "\x01" +
                         std::string(2, '\0');
    for (std::size_t at = 0; at < store.size(); at += 255) {
        const std::string block = store.substr(at, 255);
        blocks += number(block.size(), 1) + block;
    }
    QCOMPARE(storeIn(joined({}, blocks + '\0'), Format::Gif), store);

    const std::string tiff = "II*" + std::string(1, '\0') + little(8, 4) + little(1, 2) +
                             little(0xCD41, 2) + little(7, 2) + little(store.size(), 4) +
                             little(26, 4) + little(0, 4) + store;
    QCOMPARE(storeIn(joined({}, tiff), Format::Tiff), store);
}

void C2paPresenceTest::otherBoxesAreNoStores() {
    std::string other = credentialStore("x");
    other.replace(16, 4, "json");
    QCOMPARE(storeIn(withJpegStore(jpegBytes(slope(8, 8)), other, 500), Format::Jpeg),
             std::string("none"));
    QCOMPARE(storeIn(withPngChunk(pngBytes(slope(8, 8)), "caBX", "short"), Format::Png),
             std::string("none"));
}

void C2paPresenceTest::sourceTypesAreListedOnce() {
    const std::string store =
        "x http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture\x66 and "
        "digitalsourcetype/trainedAlgorithmicMedia, digitalsourcetype/trainedAlgorithmicMedia!";
    const auto types = core::provenance::mentionedSourceTypes(store);
    QCOMPARE(types.size(), std::size_t{2});
    QCOMPARE(types[1], std::string("trainedAlgorithmicMedia"));
    QVERIFY(!core::provenance::mentionedGenerator(store));
    QCOMPARE(core::provenance::mentionedGenerator(store + " Adobe Firefly").value_or("none"),
             std::string("Adobe Firefly"));
}

void C2paPresenceTest::publicTestFilesAreNoticed_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("state");
    using core::examination::C2paState;
    for (const char* name : {"C", "CA", "CAI", "CAICA", "CI"})
        QTest::newRow(name) << QString(name) << static_cast<int>(C2paState::Valid);
    for (const char* name : {"E-clm-CAICAI", "E-dat-CA", "E-sig-CA", "E-uri-CA", "XCA"})
        QTest::newRow(name) << QString(name) << static_cast<int>(C2paState::Invalid);
    for (const char* name : {"A", "I"})
        QTest::newRow(name) << QString(name) << static_cast<int>(C2paState::None);
}

void C2paPresenceTest::publicTestFilesAreNoticed() {
    QFETCH(QString, name);
    QFETCH(int, state);
    const auto path =
        sharedData("data/provenance/c2pa/adobe-20220124-" + name.toStdString() + ".jpg");
    if (!path)
        QSKIP("the public C2PA test files are not on this machine");
    const auto file = core::image::readEvidence(*path, {});
    QVERIFY(file);
    const auto record = core::provenance::readProvenance(*file);
    QCOMPARE(record.c2pa.present, state != static_cast<int>(core::examination::C2paState::None));
    QCOMPARE(static_cast<int>(record.c2pa.state), state);
}

QTEST_APPLESS_MAIN(C2paPresenceTest)
#include "c2pa_presence_test.moc"
