// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision/clip_preprocess.h"

#include "core/image/safe_decoder.h"
#include "core/model/checkpoint/safetensors.h"
#include "tests/support/shared_data.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

using namespace core;
using namespace core::model;

namespace {

/// A picture of one color, B, G, R.
struct PlainPicture {
    std::vector<std::uint8_t> bytes;
    PixelView view;

    PlainPicture(int width, int height, std::uint8_t level)
        : bytes(static_cast<std::size_t>(width) * height * 3, level),
          view{bytes.data(), width, height, static_cast<std::ptrdiff_t>(width) * 3} {}
};

Result<PreprocessConfig> configFrom(const std::string& json) {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    std::ofstream(path / "preprocessor_config.json") << json;
    return readPreprocessConfig(path);
}

} // namespace

class ClipPreprocessTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void resizeIsTheReferencesToTheLastBit_data();
    void resizeIsTheReferencesToTheLastBit();
    void windowEqualsThatPartOfTheWhole();
    void longerSideIsTruncatedAndCropIsCentered();
    void seenPartIsGivenInPixelsOfTheUprightPicture();
    void longThinPicturesCostNoMoreThanSquareOnes();
    void smallerPicturesAreSurroundedByBlackWithoutResize();
    void everyStepCanBeSwitchedOff();
    void impossibleSettingsAreRefused();
};

void ClipPreprocessTest::resizeIsTheReferencesToTheLastBit_data() {
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("picture");
    for (const char* fixture : {"llava-tiny", "llava-tiny-gqa"})
        for (const char* picture : {"scene.png", "tall.png", "gray.png", "alpha.png", "photo.jpg",
                                    "rotated.jpg", "tiny.png"})
            QTest::addRow("%s %s", fixture, picture) << fixture << picture;
}

void ClipPreprocessTest::resizeIsTheReferencesToTheLastBit() {
    QFETCH(QString, fixture);
    QFETCH(QString, picture);
    const auto folder = tests::sharedData("fixtures/" + fixture.toStdString());
    if (!folder)
        QSKIP("The reference outputs (../shared/fixtures) are not on this machine.");
    const auto file = image::readEvidence(*folder / "images" / picture.toStdString(), {});
    QVERIFY(file.has_value());
    const auto decoded = image::decode(*file, {});
    QVERIFY(decoded.has_value());
    const auto config = readPreprocessConfig(*folder / "checkpoint");
    QVERIFY(config.has_value());
    const auto view = decoded->image.view();
    const auto geometry = inputGeometry(view.width, view.height, *config);
    QVERIFY(geometry.has_value());
    const auto ours =
        resizeLikePillow(view, geometry->resizedWidth, geometry->resizedHeight, config->filter,
                         {0, 0, geometry->resizedWidth, geometry->resizedHeight});
    QVERIFY(ours.has_value());

    const std::string stem = QString(picture).replace('.', '_').toStdString();
    const auto golden = SafetensorsFile::open(*folder / "golden" / (stem + ".resized.safetensors"));
    QVERIFY(golden.has_value());
    const TensorEntry& entry = golden->tensors().begin()->second;
    QCOMPARE(entry.shape, (std::vector<std::int64_t>{ours->height, ours->width, 3}));
    const auto theirs = golden->bytes(entry);
    std::size_t different = 0;
    for (std::size_t i = 0; i < theirs.size(); ++i)
        different += theirs[i] != ours->values[i] ? 1 : 0;
    QCOMPARE(different, std::size_t{0});
}

void ClipPreprocessTest::windowEqualsThatPartOfTheWhole() {
    PlainPicture picture(97, 61, 0);
    for (std::size_t i = 0; i < picture.bytes.size(); ++i)
        picture.bytes[i] = static_cast<std::uint8_t>(i * 2654435761U >> 13U);
    for (const auto filter :
         {ResampleFilter::Lanczos, ResampleFilter::Bilinear, ResampleFilter::Bicubic,
          ResampleFilter::Box, ResampleFilter::Hamming}) {
        const auto whole = resizeLikePillow(picture.view, 53, 33, filter, {0, 0, 53, 33});
        const auto part = resizeLikePillow(picture.view, 53, 33, filter, {7, 9, 20, 11});
        QVERIFY(whole && part);
        for (int y = 0; y < 11; ++y)
            for (int x = 0; x < 20 * 3; ++x)
                QCOMPARE(part->values[static_cast<std::size_t>(y * 60 + x)],
                         whole->values[static_cast<std::size_t>((y + 9) * 159 + 21 + x)]);
    }
}

void ClipPreprocessTest::longerSideIsTruncatedAndCropIsCentered() {
    PreprocessConfig config;
    config.shortestEdge = config.cropWidth = config.cropHeight = 336;
    const auto wide = inputGeometry(1000, 667, config);
    QVERIFY(wide.has_value());
    QCOMPARE(wide->resizedHeight, 336);
    QCOMPARE(wide->resizedWidth, 503); // 503.748
    QCOMPARE(wide->cropX, 83);         // floor(83.5)
    QCOMPARE(wide->cropY, 0);
    const auto tall = inputGeometry(667, 1000, config);
    QVERIFY(tall.has_value());
    QCOMPARE(tall->resizedWidth, 336);
    QCOMPARE(tall->resizedHeight, 503);
    QCOMPARE(tall->cropY, 83);
}

void ClipPreprocessTest::seenPartIsGivenInPixelsOfTheUprightPicture() {
    PreprocessConfig config;
    config.shortestEdge = config.cropWidth = config.cropHeight = 336;
    const auto geometry = inputGeometry(1920, 1080, config);
    QVERIFY(geometry.has_value());
    QCOMPARE(geometry->resizedWidth, 597);
    QCOMPARE(geometry->seen.y, 0);
    QCOMPARE(geometry->seen.height, 1080);
    QCOMPARE(geometry->seen.x, 130 * 1920 / 597);
    QCOMPARE(geometry->seen.x + geometry->seen.width, (466 * 1920 + 596) / 597);
    QCOMPARE(inputGeometry(500, 500, config)->seen, (Rect{0, 0, 500, 500}));
}

void ClipPreprocessTest::longThinPicturesCostNoMoreThanSquareOnes() {
    const PlainPicture picture(30000, 1, 200);
    PreprocessConfig config;
    config.shortestEdge = config.cropWidth = config.cropHeight = 336;
    const auto prepared = prepare(picture.view, config); // resized: 336 x 10,080,000
    QVERIFY(prepared.has_value());
    QCOMPARE(prepared->values.size(), std::size_t{3 * 336 * 336});
    PreprocessConfig impossible = config;
    impossible.shortestEdge = 4096;
    QVERIFY(!inputGeometry(2'000'000, 1, impossible).has_value());
    QVERIFY(!prepare({}, config).has_value());
}

void ClipPreprocessTest::smallerPicturesAreSurroundedByBlackWithoutResize() {
    PreprocessConfig config;
    config.resizes = config.normalizes = false;
    config.cropWidth = config.cropHeight = 8;
    const auto prepared = prepare(PlainPicture(5, 6, 255).view, config);
    QVERIFY(prepared.has_value());
    // 5 columns start at 2 (the odd column is added in front), 6 rows at 1.
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x)
            QCOMPARE(prepared->values[static_cast<std::size_t>(y * 8 + x)],
                     x >= 2 && x < 7 && y >= 1 && y < 7 ? 1.0F : 0.0F);
}

void ClipPreprocessTest::everyStepCanBeSwitchedOff() {
    const auto config = configFrom(R"({"do_resize": true, "size": {"height": 4, "width": 6},
        "resample": 2, "do_center_crop": false, "do_rescale": false, "do_normalize": false})");
    QVERIFY(config.has_value());
    const auto prepared = prepare(PlainPicture(9, 5, 77).view, *config);
    QVERIFY(prepared.has_value());
    QCOMPARE(prepared->geometry.width, 6);
    QCOMPARE(prepared->geometry.height, 4);
    QCOMPARE(prepared->values, std::vector<float>(72, 77.0F));
    const auto normalized = configFrom(R"({"size": 4, "crop_size": 4,
        "image_mean": [0.5, 0.25, 0.0], "image_std": [0.5, 0.5, 0.25]})");
    QVERIFY(normalized.has_value());
    const auto scaled = prepare(PlainPicture(4, 4, 255).view, *normalized);
    QVERIFY(scaled.has_value());
    QCOMPARE(scaled->values[0], 1.0F);
    QCOMPARE(scaled->values[16], 1.5F);
    QCOMPARE(scaled->values[32], 4.0F);
}

void ClipPreprocessTest::impossibleSettingsAreRefused() {
    for (const char* json :
         {R"({"size": -3})", R"({"crop_size": {"height": 0, "width": 3}})", R"({"resample": 9})",
          R"({"image_std": [0, 1, 1]})", R"({"image_mean": "x"})", R"({"size": {"height": 1e99}})",
          R"([1])", R"({"size":)"}) {
        const auto config = configFrom(json);
        QVERIFY2(!config.has_value(), json);
        QCOMPARE(config.error().code, ErrorCode::ModelInvalid);
    }
}

QTEST_GUILESS_MAIN(ClipPreprocessTest)
#include "clip_preprocess_test.moc"
