// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG XL and JPEG 2000: files written by the same libraries that read them.
#include "core/image/safe_decoder.h"
#include "tests/support/picture_maker.h"

#include <QTemporaryDir>
#include <QTest>

#include <jxl/encode.h>
#include <openjpeg.h>

#include <algorithm>
#include <memory>

using core::ErrorCode;
using namespace tests;

namespace {

std::vector<std::uint8_t> rgbOf(const Image& image) {
    std::vector<std::uint8_t> rgb = *image.bytes();
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3)
        std::swap(rgb[i], rgb[i + 2]);
    return rgb;
}

ByteBuffer jxlBytes(const Image& image) {
    const std::unique_ptr<JxlEncoder, decltype(&JxlEncoderDestroy)> encoder(
        JxlEncoderCreate(nullptr), &JxlEncoderDestroy);
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = static_cast<std::uint32_t>(image.width());
    info.ysize = static_cast<std::uint32_t>(image.height());
    info.bits_per_sample = 8;
    info.uses_original_profile = JXL_TRUE;
    JxlEncoderSetBasicInfo(encoder.get(), &info);
    JxlColorEncoding color;
    JxlColorEncodingSetToSRGB(&color, JXL_FALSE);
    JxlEncoderSetColorEncoding(encoder.get(), &color);
    JxlEncoderFrameSettings* settings = JxlEncoderFrameSettingsCreate(encoder.get(), nullptr);
    JxlEncoderSetFrameLossless(settings, JXL_TRUE);
    const JxlPixelFormat format = {3, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};
    const auto rgb = rgbOf(image);
    JxlEncoderAddImageFrame(settings, &format, rgb.data(), rgb.size());
    JxlEncoderCloseInput(encoder.get());
    ByteBuffer bytes(1u << 20);
    std::uint8_t* next = bytes.data();
    std::size_t room = bytes.size();
    if (JxlEncoderProcessOutput(encoder.get(), &next, &room) != JXL_ENC_SUCCESS)
        qFatal("the JPEG XL encoder failed");
    bytes.resize(bytes.size() - room);
    return bytes;
}

OPJ_SIZE_T writeBytes(void* from, OPJ_SIZE_T count, void* user) {
    auto* bytes = static_cast<ByteBuffer*>(user);
    const auto* start = static_cast<const std::uint8_t*>(from);
    bytes->insert(bytes->end(), start, start + count);
    return count;
}

/// Without boxes around it, so that the stream never has to go back.
ByteBuffer j2kBytes(const Image& image) {
    opj_image_cmptparm_t parts[3] = {};
    for (opj_image_cmptparm_t& part : parts) {
        part.dx = part.dy = 1;
        part.w = static_cast<OPJ_UINT32>(image.width());
        part.h = static_cast<OPJ_UINT32>(image.height());
        part.prec = 8;
    }
    const std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)> picture(
        opj_image_create(3, parts, OPJ_CLRSPC_SRGB), &opj_image_destroy);
    picture->x1 = parts[0].w;
    picture->y1 = parts[0].h;
    const auto rgb = rgbOf(image);
    for (std::size_t i = 0; i < rgb.size(); ++i)
        picture->comps[i % 3].data[i / 3] = rgb[i];
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters); // lossless
    parameters.numresolution = 3;
    const std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)> codec(
        opj_create_compress(OPJ_CODEC_J2K), &opj_destroy_codec);
    ByteBuffer bytes;
    const std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)> stream(
        opj_stream_default_create(OPJ_FALSE), &opj_stream_destroy);
    opj_stream_set_user_data(stream.get(), &bytes, nullptr);
    opj_stream_set_write_function(stream.get(), &writeBytes);
    if (opj_setup_encoder(codec.get(), &parameters, picture.get()) == OPJ_FALSE ||
        opj_start_compress(codec.get(), picture.get(), stream.get()) == OPJ_FALSE ||
        opj_encode(codec.get(), stream.get()) == OPJ_FALSE ||
        opj_end_compress(codec.get(), stream.get()) == OPJ_FALSE)
        qFatal("the JPEG 2000 encoder failed");
    return bytes;
}

core::Result<core::image::DecodedPicture> decoded(const ByteBuffer& bytes,
                                                  const core::image::DecodeLimits& limits = {}) {
    const QTemporaryDir directory;
    const auto file = core::image::readEvidence(writeFile(directory, "picture", bytes), {});
    if (!file)
        return tl::unexpected(file.error());
    return core::image::decode(*file, limits);
}

} // namespace

class JpegSuccessorsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void losslessPicturesComeBackExactly_data() {
        QTest::addColumn<ByteBuffer>("bytes");
        const Image picture = slope(97, 61);
        QTest::newRow("JPEG XL") << jxlBytes(picture);
        QTest::newRow("JPEG 2000") << j2kBytes(picture);
    }
    void losslessPicturesComeBackExactly() {
        QFETCH(ByteBuffer, bytes);
        const auto picture = decoded(bytes);
        QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
        QCOMPARE(largestDifference(picture->image, slope(97, 61)), 0);
        QVERIFY(picture->warnings.empty());
    }

    void damagedAndCutFilesAreErrorsOrPictures_data() { losslessPicturesComeBackExactly_data(); }
    void damagedAndCutFilesAreErrorsOrPictures() {
        QFETCH(ByteBuffer, bytes);
        for (std::size_t length = 0; length < bytes.size(); length += 7) {
            const auto cut = decoded(
                ByteBuffer(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)));
            QVERIFY(cut || !cut.error().message.empty());
        }
        for (std::size_t at = 0; at < bytes.size(); at += 3) {
            ByteBuffer changed = bytes;
            changed[at] ^= 0x55;
            const auto picture = decoded(changed);
            QVERIFY(picture || !picture.error().message.empty());
        }
    }

    void tooLargePicturesAreRefusedBeforeTheyAreDecoded_data() {
        losslessPicturesComeBackExactly_data();
    }
    void tooLargePicturesAreRefusedBeforeTheyAreDecoded() {
        QFETCH(ByteBuffer, bytes);
        core::image::DecodeLimits limits;
        limits.maxPixels = 1'000;
        const auto picture = decoded(bytes, limits);
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, ErrorCode::LimitExceeded);
    }
};

QTEST_APPLESS_MAIN(JpegSuccessorsTest)
#include "jpeg_successors_test.moc"
