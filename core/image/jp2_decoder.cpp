// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codec.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace core::image {

namespace {

using Codec = std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)>;
using Stream = std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)>;
using Picture = std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)>;

/// The file as the library reads it.
struct Source {
    Bytes bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T readBytes(void* to, OPJ_SIZE_T count, void* user) {
    auto* source = static_cast<Source*>(user);
    const std::size_t step = std::min<std::size_t>(count, source->bytes.size() - source->at);
    if (step == 0)
        return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(to, source->bytes.data() + source->at, step);
    source->at += step;
    return step;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T count, void* user) {
    auto* source = static_cast<Source*>(user);
    const auto rest = static_cast<OPJ_OFF_T>(source->bytes.size() - source->at);
    const OPJ_OFF_T step = std::clamp<OPJ_OFF_T>(count, 0, rest);
    source->at += static_cast<std::size_t>(step);
    return step == count ? step : -1;
}

OPJ_BOOL seekTo(OPJ_OFF_T place, void* user) {
    auto* source = static_cast<Source*>(user);
    if (place < 0 || static_cast<std::uint64_t>(place) > source->bytes.size())
        return OPJ_FALSE;
    source->at = static_cast<std::size_t>(place);
    return OPJ_TRUE;
}

Stream openStream(Source& source) {
    Stream stream(opj_stream_default_create(OPJ_TRUE), &opj_stream_destroy);
    if (stream) {
        opj_stream_set_user_data(stream.get(), &source, nullptr);
        opj_stream_set_user_data_length(stream.get(), source.bytes.size());
        opj_stream_set_read_function(stream.get(), &readBytes);
        opj_stream_set_skip_function(stream.get(), &skipBytes);
        opj_stream_set_seek_function(stream.get(), &seekTo);
    }
    return stream;
}

void ignoreMessage(const char*, void*) {}

Codec openCodec(Bytes file) {
    const bool isPlain = asText(file).starts_with("\xFF\x4F\xFF\x51");
    Codec codec(opj_create_decompress(isPlain ? OPJ_CODEC_J2K : OPJ_CODEC_JP2), &opj_destroy_codec);
    if (!codec)
        return codec;
    opj_set_info_handler(codec.get(), &ignoreMessage, nullptr);
    opj_set_warning_handler(codec.get(), &ignoreMessage, nullptr);
    opj_set_error_handler(codec.get(), &ignoreMessage, nullptr);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    if (opj_setup_decoder(codec.get(), &parameters) == OPJ_FALSE)
        codec.reset();
    else
        opj_decoder_set_strict_mode(codec.get(), OPJ_FALSE); // what is there is worth seeing
    return codec;
}

tl::unexpected<Error> damaged() {
    return fail(ErrorCode::Corrupt, "The JPEG 2000 file cannot be decoded: its data is damaged, or "
                                    "it ends early.");
}

/// A component's sample as 8 bits; components may be smaller than the picture.
class Component {
  public:
    explicit Component(const opj_image_comp_t& component) : m_component(component) {
        m_offset = component.sgnd != 0 ? 1 << (component.prec - 1) : 0;
        m_largest = static_cast<std::int64_t>((std::uint64_t{1} << component.prec) - 1);
    }
    [[nodiscard]] int at(int x, int y) const {
        const auto column =
            std::min<OPJ_UINT32>(static_cast<OPJ_UINT32>(x) / m_component.dx, m_component.w - 1);
        const auto row =
            std::min<OPJ_UINT32>(static_cast<OPJ_UINT32>(y) / m_component.dy, m_component.h - 1);
        const std::int64_t value =
            m_component.data[std::size_t{row} * m_component.w + column] + std::int64_t{m_offset};
        return static_cast<int>(
            (std::clamp<std::int64_t>(value, 0, m_largest) * 255 + m_largest / 2) / m_largest);
    }

  private:
    const opj_image_comp_t& m_component;
    int m_offset = 0;
    std::int64_t m_largest = 255;
};

std::uint8_t byteOf(double value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

Result<void> checkComponents(const opj_image_t& picture) {
    for (OPJ_UINT32 i = 0; i < std::min<OPJ_UINT32>(picture.numcomps, 3); ++i) {
        const opj_image_comp_t& component = picture.comps[i];
        if (component.data == nullptr || component.w == 0 || component.h == 0 ||
            component.dx == 0 || component.dy == 0 || component.prec == 0 || component.prec > 31)
            return damaged();
    }
    return {};
}

void fill(const opj_image_t& picture, Raster& raster) {
    const bool isGray = picture.numcomps < 3;
    const Component first(picture.comps[0]);
    const Component second(picture.comps[isGray ? 0 : 1]);
    const Component third(picture.comps[isGray ? 0 : 2]);
    const bool isYcc = !isGray && (picture.color_space == OPJ_CLRSPC_SYCC ||
                                   picture.comps[1].dx > picture.comps[0].dx);
    std::uint8_t* to = raster.bgr.data();
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x, to += 3) {
            const int a = first.at(x, y);
            const int b = second.at(x, y);
            const int c = third.at(x, y);
            if (isYcc) {
                to[0] = byteOf(a + 1.772 * (b - 128));
                to[1] = byteOf(a - 0.344136 * (b - 128) - 0.714136 * (c - 128));
                to[2] = byteOf(a + 1.402 * (c - 128));
            } else {
                to[0] = static_cast<std::uint8_t>(c);
                to[1] = static_cast<std::uint8_t>(b);
                to[2] = static_cast<std::uint8_t>(a);
            }
        }
    }
}

} // namespace

// OpenJPEG cannot be interrupted while it decodes: a request to stop is seen before and after.
Result<Raster> decodeJp2(const CodecInput& input) {
    Source source{input.bytes};
    const Stream stream = openStream(source);
    const Codec codec = openCodec(input.bytes);
    if (!stream || !codec)
        return fail(ErrorCode::LimitExceeded, "There is not enough memory to decode this picture.");
    opj_image_t* header = nullptr;
    const bool isRead = opj_read_header(stream.get(), codec.get(), &header) == OPJ_TRUE;
    const Picture picture(header, &opj_image_destroy);
    if (!isRead || !picture || picture->numcomps == 0 || picture->x1 <= picture->x0 ||
        picture->y1 <= picture->y0)
        return damaged();
    const auto width = static_cast<std::int64_t>(picture->x1) - picture->x0;
    const auto height = static_cast<std::int64_t>(picture->y1) - picture->y0;
    if (const auto size = checkSize(width, height, 0, input); !size)
        return tl::unexpected(size.error());
    // Whole numbers of 32 bits for each component, and as many while the wavelets are undone.
    const std::int64_t decoder = width * height * 8 * std::min<std::int64_t>(picture->numcomps, 64);
    if (const auto cost = checkSize(width, height, decoder, input); !cost)
        return tl::unexpected(cost.error());
    if (input.stop.stop_requested())
        return cancelled();
    if (opj_decode(codec.get(), stream.get(), picture.get()) == OPJ_FALSE)
        return damaged();
    if (input.stop.stop_requested())
        return cancelled();
    if (const auto sound = checkComponents(*picture); !sound)
        return tl::unexpected(sound.error());
    Raster raster;
    raster.width = static_cast<int>(width);
    raster.height = static_cast<int>(height);
    raster.bitsPerSample = static_cast<int>(picture->comps[0].prec);
    raster.hasAlpha = picture->numcomps == 2 || picture->numcomps == 4;
    raster.bgr.resize(static_cast<std::size_t>(width * height) * 3);
    fill(*picture, raster);
    if (opj_end_decompress(codec.get(), stream.get()) == OPJ_FALSE)
        addWarning(raster.warnings, "The end of the JPEG 2000 file is damaged or missing; the "
                                    "picture may lack detail.");
    return raster;
}

} // namespace core::image
