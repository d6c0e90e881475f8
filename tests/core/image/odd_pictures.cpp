// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/image/odd_pictures.h"

#include "tests/core/image/odd_pixels.h"

#include <gif_lib.h>
#include <libheif/heif.h>
#include <png.h>
#include <webp/encode.h>

// jpeglib.h needs FILE and size_t before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace tests {

namespace {

void appendLittle(ByteBuffer& to, std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i)
        to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void appendText(ByteBuffer& to, const char* text) {
    to.insert(to.end(), text, text + strlen(text));
}

unsigned scaled(std::uint8_t value, int bits) {
    return bits == 16 ? value * 257u : static_cast<unsigned>(value) >> (8 - bits);
}

} // namespace

ByteBuffer jpegOfKind(const Image& image, JpegKind kind, int quality) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = static_cast<JDIMENSION>(image.width());
    info.image_height = static_cast<JDIMENSION>(image.height());
    info.input_components = kind == JpegKind::Gray ? 1 : kind == JpegKind::Inks ? 4 : 3;
    info.in_color_space = kind == JpegKind::Gray   ? JCS_GRAYSCALE
                          : kind == JpegKind::Inks ? JCS_CMYK
                                                   : JCS_EXT_BGR;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    if (kind == JpegKind::Progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    for (int y = 0; y < image.height(); ++y) {
        ByteBuffer row;
        for (int x = 0; x < image.width(); ++x) {
            const std::uint8_t* at = pixel(image, x, y);
            if (kind == JpegKind::Gray)
                row.push_back(at[0]);
            else if (kind == JpegKind::Inks) // inverted: the stored ink is the light that is left
                row.insert(row.end(), {at[2], at[1], at[0], 255});
            else
                row.insert(row.end(), at, at + 3);
        }
        JSAMPROW rows = row.data();
        jpeg_write_scanlines(&info, &rows, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    ByteBuffer result(bytes, bytes + size);
    std::free(bytes);
    return result;
}

namespace {

std::vector<ByteBuffer> pngRows(const Image& image, const PngKind& kind,
                                const ByteBuffer& indices) {
    std::vector<ByteBuffer> rows;
    for (int y = 0; y < image.height(); ++y) {
        BitWriter row;
        for (int x = 0; x < image.width(); ++x) {
            const std::uint8_t* at = pixel(image, x, y);
            if (kind.colorType == PNG_COLOR_TYPE_PALETTE)
                row.add(indices[static_cast<std::size_t>(y * image.width() + x)], kind.bits);
            else if ((kind.colorType & PNG_COLOR_MASK_COLOR) != 0)
                for (const int channel : {2, 1, 0})
                    row.add(scaled(at[channel], kind.bits), kind.bits);
            else
                row.add(scaled(at[0], kind.bits), kind.bits);
            if ((kind.colorType & PNG_COLOR_MASK_ALPHA) != 0)
                row.add(scaled(static_cast<std::uint8_t>(x * 7), kind.bits), kind.bits);
        }
        rows.push_back(std::move(row.bytes()));
    }
    return rows;
}

} // namespace

ByteBuffer pngOfKind(const Image& image, const PngKind& kind) {
    ByteBuffer result;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &result,
        [](png_structp self, png_bytep bytes, std::size_t count) {
            auto* to = static_cast<ByteBuffer*>(png_get_io_ptr(self));
            to->insert(to->end(), bytes, bytes + count);
        },
        nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(image.width()),
                 static_cast<png_uint_32>(image.height()), kind.bits, kind.colorType,
                 kind.isInterlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    ByteBuffer indices;
    if (kind.colorType == PNG_COLOR_TYPE_PALETTE) {
        std::vector<png_color> colors;
        for (const auto& [blue, green, red] : paletteOf(image, indices))
            colors.push_back({red, green, blue});
        png_set_PLTE(png, info, colors.data(), static_cast<int>(colors.size()));
    }
    if (kind.hasTransparency) {
        png_byte alphas[2] = {0, 128};
        png_color_16 key{};
        png_set_tRNS(png, info, alphas, kind.colorType == PNG_COLOR_TYPE_PALETTE ? 2 : 0, &key);
    }
    if (kind.orientation != 0) {
        ByteBuffer block = exifBlock(kind.orientation);
        png_set_eXIf_1(png, info, static_cast<png_uint_32>(block.size()), block.data());
    }
    png_write_info(png, info);
    std::vector<ByteBuffer> rows = pngRows(image, kind, indices);
    std::vector<png_bytep> pointers;
    for (ByteBuffer& row : rows)
        pointers.push_back(row.data());
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return result;
}

ByteBuffer gifOfKind(const Image& image, const GifKind& kind) {
    ByteBuffer indices;
    std::vector<GifColorType> colors;
    for (const auto& [blue, green, red] : paletteOf(image, indices))
        colors.push_back({red, green, blue});
    colors.resize(256);
    ByteBuffer bytes;
    int error = 0;
    GifFileType* gif = EGifOpen(
        &bytes,
        [](GifFileType* self, const GifByteType* from, int count) {
            auto* to = static_cast<ByteBuffer*>(self->UserData);
            to->insert(to->end(), from, from + count);
            return count;
        },
        &error);
    ColorMapObject* map = GifMakeMapObject(256, colors.data());
    need(EGifPutScreenDesc(gif, image.width() + 2 * kind.left, image.height() + 2 * kind.top, 8, 0,
                           map) == GIF_OK,
         "GIF screen");
    for (int frame = 0; frame < kind.frames; ++frame) {
        need(EGifPutImageDesc(gif, kind.left, kind.top, image.width(), image.height(),
                              kind.isInterlaced, nullptr) == GIF_OK,
             "GIF frame");
        std::vector<int> order;
        if (kind.isInterlaced) {
            for (const auto& [first, step] : {std::pair{0, 8}, {4, 8}, {2, 4}, {1, 2}})
                for (int y = first; y < image.height(); y += step)
                    order.push_back(y);
        } else {
            for (int y = 0; y < image.height(); ++y)
                order.push_back(y);
        }
        for (const int y : order)
            need(EGifPutLine(gif, indices.data() + std::ptrdiff_t{y} * image.width(),
                             image.width()) == GIF_OK,
                 "GIF line");
    }
    GifFreeMapObject(map);
    need(EGifCloseFile(gif, &error) == GIF_OK, "EGifCloseFile");
    return bytes;
}

ByteBuffer webpWithAlpha(const Image& image) {
    ByteBuffer bgra;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const std::uint8_t* at = pixel(image, x, y);
            bgra.insert(bgra.end(), {at[0], at[1], at[2], static_cast<std::uint8_t>(x * 3 | 1)});
        }
    }
    std::uint8_t* written = nullptr;
    const std::size_t size = WebPEncodeLosslessBGRA(bgra.data(), image.width(), image.height(),
                                                    image.width() * 4, &written);
    need(size > 0, "WebPEncodeLosslessBGRA");
    ByteBuffer bytes(written, written + size);
    WebPFree(written);
    return bytes;
}

namespace {

void appendChunk(ByteBuffer& to, const char* name, const ByteBuffer& payload) {
    appendText(to, name);
    appendLittle(to, payload.size(), 4);
    to.insert(to.end(), payload.begin(), payload.end());
    if (payload.size() % 2 == 1)
        to.push_back(0);
}

/// A RIFF file of an extended WebP: flags, canvas, then the chunks.
ByteBuffer extendedWebp(unsigned flags, int width, int height, const ByteBuffer& chunks) {
    ByteBuffer header;
    appendLittle(header, flags, 4);
    appendLittle(header, static_cast<unsigned>(width - 1), 3);
    appendLittle(header, static_cast<unsigned>(height - 1), 3);
    ByteBuffer body;
    appendText(body, "WEBP");
    appendChunk(body, "VP8X", header);
    body.insert(body.end(), chunks.begin(), chunks.end());
    ByteBuffer file;
    appendChunk(file, "RIFF", body);
    return file;
}

/// The picture's one chunk (VP8L) with its header.
ByteBuffer bareChunk(const Image& image) {
    const ByteBuffer whole = webpBytes(image);
    return {whole.begin() + 12, whole.end()};
}

} // namespace

ByteBuffer webpWithOrientation(const Image& image, int orientation) {
    ByteBuffer chunks = bareChunk(image);
    appendChunk(chunks, "EXIF", exifBlock(orientation));
    return extendedWebp(0x08, image.width(), image.height(), chunks);
}

ByteBuffer webpAnimation(const Image& image, int left, int top) {
    ByteBuffer chunks;
    appendChunk(chunks, "ANIM", ByteBuffer(6, 0));
    for (int frame = 0; frame < 2; ++frame) {
        ByteBuffer payload;
        appendLittle(payload, static_cast<unsigned>(left / 2), 3);
        appendLittle(payload, static_cast<unsigned>(top / 2), 3);
        appendLittle(payload, static_cast<unsigned>(image.width() - 1), 3);
        appendLittle(payload, static_cast<unsigned>(image.height() - 1), 3);
        appendLittle(payload, 100, 3);
        payload.push_back(0);
        const ByteBuffer still = bareChunk(image);
        payload.insert(payload.end(), still.begin(), still.end());
        appendChunk(chunks, "ANMF", payload);
    }
    return extendedWebp(0x02, image.width() + 2 * left, image.height() + 2 * top, chunks);
}

#if defined(__SANITIZE_ADDRESS__)
// The HEVC encoder, which only these tests use, never gives back a few of its tables.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libx265";
}
#endif

ByteBuffer heifBytes(const Image& image, HeifCodec codec, int quality) {
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    const heif_error found = heif_context_get_encoder_for_format(
        context, codec == HeifCodec::Hevc ? heif_compression_HEVC : heif_compression_AV1, &encoder);
    if (found.code != heif_error_Ok) {
        heif_context_free(context);
        return {};
    }
    heif_encoder_set_lossy_quality(encoder, quality);
    heif_image* picture = nullptr;
    heif_image_create(image.width(), image.height(), heif_colorspace_RGB,
                      heif_chroma_interleaved_RGB, &picture);
    heif_image_add_plane(picture, heif_channel_interleaved, image.width(), image.height(), 8);
    int stride = 0;
    std::uint8_t* plane = heif_image_get_plane(picture, heif_channel_interleaved, &stride);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const std::uint8_t* at = pixel(image, x, y);
            std::reverse_copy(at, at + 3,
                              plane + std::ptrdiff_t{stride} * y + std::ptrdiff_t{x} * 3);
        }
    }
    const heif_error encoded =
        heif_context_encode_image(context, picture, encoder, nullptr, nullptr);
    ByteBuffer bytes;
    heif_writer writer{1, [](heif_context*, const void* data, std::size_t size, void* user) {
                           const auto* from = static_cast<const std::uint8_t*>(data);
                           static_cast<ByteBuffer*>(user)->assign(from, from + size);
                           return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                       }};
    if (encoded.code == heif_error_Ok)
        heif_context_write(context, &writer, &bytes);
    heif_image_release(picture);
    heif_encoder_release(encoder);
    heif_context_free(context);
    return bytes;
}

ByteBuffer bmpOfKind(const Image& image, BmpKind kind) {
    const int bytesPerPixel = kind == BmpKind::ThirtyTwoBits ? 4 : 3;
    const int rowBytes = (image.width() * bytesPerPixel + 3) / 4 * 4;
    ByteBuffer bytes;
    appendText(bytes, "BM");
    appendLittle(bytes, static_cast<unsigned>(54 + rowBytes * image.height()), 4);
    appendLittle(bytes, 0, 4);
    appendLittle(bytes, 54, 4);
    appendLittle(bytes, 40, 4);
    const int height = kind == BmpKind::TopDown ? -image.height() : image.height();
    appendLittle(bytes, static_cast<unsigned>(image.width()), 4);
    appendLittle(bytes, static_cast<unsigned>(height), 4);
    appendLittle(bytes, 1, 2);
    appendLittle(bytes, static_cast<unsigned>(bytesPerPixel * 8), 2);
    bytes.resize(54);
    for (int i = 0; i < image.height(); ++i) {
        const int y = kind == BmpKind::TopDown ? i : image.height() - 1 - i;
        for (int x = 0; x < image.width(); ++x) {
            bytes.insert(bytes.end(), pixel(image, x, y), pixel(image, x, y) + 3);
            if (bytesPerPixel == 4)
                bytes.push_back(0);
        }
        bytes.resize(static_cast<std::size_t>(54 + rowBytes * (i + 1)));
    }
    return bytes;
}

} // namespace tests
