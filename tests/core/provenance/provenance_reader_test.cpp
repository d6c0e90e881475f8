// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/provenance_reader.h"

#include "core/image/safe_decoder.h"
#include "tests/core/provenance/labelled_files.h"
#include "tests/support/shared_data.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <random>

using core::examination::ProvenanceRecord;
using core::provenance::readProvenance;
using namespace tests;

namespace {

ProvenanceRecord recordOf(const ByteBuffer& bytes) {
    return readProvenance({"test",
                           std::make_shared<const ByteBuffer>(bytes),
                           "",
                           core::image::sniffFormat(bytes),
                           {}});
}

bool hasField(const ProvenanceRecord& record, std::string_view name, std::string_view value) {
    return std::ranges::any_of(record.fields, [&](const auto& field) {
        return field.name == name && field.value == value;
    });
}

ByteBuffer picture() {
    return jpegBytes(slope(32, 24));
}
ByteBuffer textPicture(const std::string& keyword, const std::string& text) {
    return withPngChunk(pngBytes(slope(32, 24)), "tEXt", plainText(keyword, text));
}

const std::string kParameters = "a castle, sunset\nNegative prompt: blurry\nSteps: 20, Sampler: "
                                "Euler a, CFG scale: 7, Seed: 1, Size: 512x512, Model hash: "
                                "abc123, Model: dreamshaper_8, Version: v1.6.0";

} // namespace

Q_DECLARE_METATYPE(ProvenanceRecord)

class ProvenanceReaderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void cameraSoftwareAndTimeComeFromExif();
    void cameraDoesNotRepeatTheBrand();
    void generatorsAreRecognized_data();
    void generatorsAreRecognized();
    void ordinaryFilesNameNoGenerator_data();
    void ordinaryFilesNameNoGenerator();
    void allKindsOfPngTextAreRead();
    void textBombsStaySmall();
    void longValuesAreCutBetweenCharacters();
    void filesWithoutMetadataGiveAnEmptyRecord();
    void damagedMetadataNeverCrashes();
    void cameraSamplesNameTheirCamera();
    void generatorSamplesNameTheirGenerator();
};

void ProvenanceReaderTest::cameraSoftwareAndTimeComeFromExif() {
    const auto record =
        recordOf(withMetadata(picture(), {{"Exif.Image.Make", "Acme"},
                                          {"Exif.Image.Model", "Snapper 3"},
                                          {"Exif.Image.Software", "Acme Firmware 1.2"},
                                          {"Exif.Photo.DateTimeOriginal", "2021:05:06 07:08:09"},
                                          {"Xmp.xmp.CreatorTool", "Something else"},
                                          {"Iptc.Application2.Credit", "Agency"}}));
    QCOMPARE(record.camera.value_or("none"), std::string("Acme Snapper 3"));
    QCOMPARE(record.software.value_or("none"), std::string("Acme Firmware 1.2"));
    QCOMPARE(record.capturedAt.value_or("none"), std::string("2021:05:06 07:08:09"));
    QVERIFY(!record.generator);
    QVERIFY(!record.c2pa.present);
    QVERIFY(hasField(record, "Xmp.xmp.CreatorTool", "Something else"));
    QVERIFY(hasField(record, "Iptc.Application2.Credit", "Agency"));
}

void ProvenanceReaderTest::cameraDoesNotRepeatTheBrand() {
    const auto record = recordOf(withMetadata(
        picture(), {{"Exif.Image.Make", "NIKON CORPORATION"}, {"Exif.Image.Model", "NIKON D70"}}));
    QCOMPARE(record.camera.value_or("none"), std::string("NIKON D70"));
}

void ProvenanceReaderTest::generatorsAreRecognized_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::addColumn<QString>("generator");
    QTest::newRow("web ui, png") << textPicture("parameters", kParameters)
                                 << "Stable Diffusion WebUI, model dreamshaper_8";
    QTest::newRow("web ui, jpeg") << withMetadata(picture(), {{"Exif.Photo.UserComment",
                                                               "charset=Unicode " + kParameters}})
                                  << "Stable Diffusion WebUI, model dreamshaper_8";
    QTest::newRow("comfy") << textPicture("prompt",
                                          R"({"4": {"inputs": {"ckpt_name": "sdxl.safetensors"},
        "class_type": "CheckpointLoaderSimple"}})")
                           << "ComfyUI, model sdxl.safetensors";
    QTest::newRow("comfy in make")
        << withMetadata(picture(),
                        {{"Exif.Image.Make", R"(prompt:{"1": {"class_type": "KSampler"}})"}})
        << "ComfyUI";
    QTest::newRow("invoke") << textPicture("invokeai_metadata", "{}") << "InvokeAI";
    QTest::newRow("novel") << textPicture("Software", "NovelAI") << "NovelAI";
    QTest::newRow("fooocus") << textPicture("fooocus_scheme", "fooocus") << "Fooocus";
    QTest::newRow("swarm") << textPicture("parameters", R"({"sui_image_params": {"prompt": "x"}})")
                           << "SwarmUI";
    QTest::newRow("midjourney") << textPicture(
                                       "Description",
                                       "a boat --v 6 Job ID: 0a1b2c3d-1111-2222-3333-444455556666")
                                << "Midjourney";
    QTest::newRow("credit") << withMetadata(picture(),
                                            {{"Xmp.photoshop.Credit", "Made with Google AI"}})
                            << "Google AI";
    QTest::newRow("creator tool") << withMetadata(picture(),
                                                  {{"Xmp.xmp.CreatorTool", "Adobe Firefly 2"}})
                                  << "Adobe Firefly";
    QTest::newRow("credentials")
        << withJpegStore(picture(),
                         credentialStore("http://cv.iptc.org/newscodes/digitalsourcetype/"
                                         "trainedAlgorithmicMedia softwareAgent ChatGPT"),
                         5000)
        << "ChatGPT";
}

void ProvenanceReaderTest::generatorsAreRecognized() {
    QFETCH(ByteBuffer, bytes);
    QFETCH(QString, generator);
    const auto record = recordOf(bytes);
    QCOMPARE(QString::fromStdString(record.generator.value_or("none")), generator);
    QVERIFY(!record.camera);
}

void ProvenanceReaderTest::ordinaryFilesNameNoGenerator_data() {
    QTest::addColumn<ByteBuffer>("bytes");
    QTest::newRow("prompt as a word") << textPicture("prompt", "please answer promptly");
    QTest::newRow("description") << textPicture("Description", "Job ID: 17, dream holiday");
    QTest::newRow("editor") << withMetadata(
        picture(), {{"Exif.Image.Software", "Adobe Photoshop 25.4 (Windows)"}});
    QTest::newRow("comment") << withMetadata(
        picture(), {{"Exif.Photo.UserComment", "charset=Ascii Steps: up the tower"}});
    QTest::newRow("dream") << textPicture("Dream", "a picture of my dream");
}

void ProvenanceReaderTest::ordinaryFilesNameNoGenerator() {
    QFETCH(ByteBuffer, bytes);
    const auto record = recordOf(bytes);
    QCOMPARE(record.generator.value_or("none"), std::string("none"));
    QVERIFY(!record.fields.empty());
}

void ProvenanceReaderTest::allKindsOfPngTextAreRead() {
    ByteBuffer png = pngBytes(slope(16, 16));
    png = withPngChunk(png, "tEXt", plainText("Title", "caf\xE9"));
    png = withPngChunk(png, "zTXt", packedText("Story", "long long ago"));
    png = withPngChunk(png, "iTXt", internationalText("Name", "Zoë"));
    png = withPngChunk(png, "zTXt", "broken");
    const auto record = recordOf(png);
    QVERIFY(hasField(record, "Title", "café"));
    QVERIFY(hasField(record, "Story", "long long ago"));
    QVERIFY(hasField(record, "Name", "Zoë"));
}

void ProvenanceReaderTest::textBombsStaySmall() {
    const auto record = recordOf(withPngChunk(pngBytes(slope(16, 16)), "zTXt",
                                              packedText("Bomb", std::string(50 << 20, 'a'))));
    std::size_t bytes = 0;
    for (const auto& field : record.fields)
        bytes += field.value.size();
    QVERIFY(bytes < 300'000);
}

void ProvenanceReaderTest::longValuesAreCutBetweenCharacters() {
    std::string text = "x";
    for (int i = 0; i < 200'000; ++i)
        text += "é";
    const auto record =
        recordOf(withPngChunk(pngBytes(slope(16, 16)), "iTXt", internationalText("Long", text)));
    const auto field =
        std::ranges::find(record.fields, "Long", &core::examination::MetadataField::name);
    QVERIFY(field != record.fields.end());
    QVERIFY(field->value.size() <= 262'147);
    const QByteArray bytes = QByteArray::fromStdString(field->value);
    QCOMPARE(QString::fromUtf8(bytes).toUtf8(), bytes);
    QVERIFY(field->value.ends_with("é…"));
}

void ProvenanceReaderTest::filesWithoutMetadataGiveAnEmptyRecord() {
    const Image small = slope(16, 16);
    for (const ByteBuffer& bytes :
         {jpegBytes(small), pngBytes(small), webpBytes(small), bmpBytes(small), gifBytes(small)}) {
        const auto record = recordOf(bytes);
        QVERIFY(!record.camera && !record.generator && !record.capturedAt);
        QVERIFY(!record.c2pa.present);
    }
    QVERIFY(recordOf({}).fields.empty());
}

void ProvenanceReaderTest::damagedMetadataNeverCrashes() {
    std::mt19937 random(77);
    const std::map<std::string, std::string> entries = {
        {"Exif.Image.Make", "Acme"},
        {"Exif.Photo.UserComment", "charset=Unicode hello"},
        {"Xmp.xmp.CreatorTool", "Tool"}};
    for (const ByteBuffer& whole :
         {withMetadata(picture(), entries), withMetadata(pngBytes(slope(16, 16)), entries),
          withMetadata(webpBytes(slope(16, 16)), entries), tiffBytes(slope(16, 16)),
          withJpegStore(picture(), credentialStore(std::string(300, 'x')), 100)}) {
        for (int round = 0; round < 300; ++round) {
            ByteBuffer bytes = whole;
            for (int i = 0; i < 4; ++i)
                bytes[random() % std::min<std::size_t>(bytes.size(), 700)] =
                    static_cast<std::uint8_t>(random());
            if (round % 5 == 0)
                bytes.resize(1 + random() % bytes.size());
            (void)readProvenance({"test",
                                  std::make_shared<const ByteBuffer>(bytes),
                                  "",
                                  core::image::sniffFormat(whole),
                                  {}});
        }
    }
}

void ProvenanceReaderTest::cameraSamplesNameTheirCamera() {
    const auto folder = sharedData("data/provenance/exif");
    if (!folder)
        QSKIP("the developers' sample pictures are not on this machine");
    int read = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        const auto file = core::image::readEvidence(entry.path(), {});
        QVERIFY(file);
        const auto record = readProvenance(*file);
        // One of them is a camera's file from before EXIF.
        const bool isOlder = entry.path().filename().string().find("d320l") != std::string::npos;
        QVERIFY2(record.camera.has_value() != isOlder, entry.path().c_str());
        QVERIFY2(!record.generator, entry.path().c_str());
        ++read;
    }
    QVERIFY(read > 10);
}

void ProvenanceReaderTest::generatorSamplesNameTheirGenerator() {
    const auto folder = sharedData("data/provenance/generator");
    if (!folder)
        QSKIP("the developers' sample pictures are not on this machine");
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        const auto file = core::image::readEvidence(entry.path(), {});
        QVERIFY(file);
        const auto record = readProvenance(*file);
        const bool isWebUi = entry.path().filename().string().find("inpaint") != std::string::npos;
        QVERIFY2(record.generator &&
                     record.generator->starts_with(isWebUi ? "Stable Diffusion WebUI" : "ComfyUI"),
                 entry.path().c_str());
    }
}

QTEST_APPLESS_MAIN(ProvenanceReaderTest)
#include "provenance_reader_test.moc"
