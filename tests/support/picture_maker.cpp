// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_maker.h"

#include "core/image/jpeg_encoder.h"

#include <QTemporaryDir>

#include <gif_lib.h>
#include <png.h>
#include <webp/encode.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <vector>

namespace tests {

namespace {

[[noreturn]] void giveUp(const char* what) {
    std::fprintf(stderr, "picture_maker: %s failed\n", what);
    std::abort();
}

void need(bool isDone, const char* what) {
    if (!isDone)
        giveUp(what);
}

std::uint8_t toByte(double value) {
    return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

const std::uint8_t* row(const Image& image, int y) {
    return image.view().data + image.view().bytesPerRow * y;
}

ByteBuffer rgbOf(const Image& image) {
    ByteBuffer rgb(*image.bytes());
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3)
        std::swap(rgb[i], rgb[i + 2]);
    return rgb;
}

void append(ByteBuffer& to, std::uint64_t value, int width, bool isBigEndian) {
    for (int i = 0; i < width; ++i)
        to.push_back(static_cast<std::uint8_t>(value >> (8 * (isBigEndian ? width - 1 - i : i))));
}

/// Uniform in [0, 1), the same everywhere: the standard fixes the engine but not the distributions.
double unit(std::mt19937& random) {
    return static_cast<double>(random()) / 4294967296.0;
}

/// A bump of color with a sharp or a soft rim.
struct Blob {
    double x, y, radius, softness;
    std::array<double, 3> color;
};

std::vector<Blob> blobs(int width, int height, std::mt19937& random) {
    std::vector<Blob> all;
    for (int i = 0; i < 12; ++i) {
        Blob blob{};
        blob.x = unit(random) * width;
        blob.y = unit(random) * height;
        blob.radius = (0.05 + 0.2 * unit(random)) * std::min(width, height);
        blob.softness = i % 3 == 0 ? blob.radius * 0.5 : 1.0;
        for (double& channel : blob.color)
            channel = 30 + 190 * unit(random);
        all.push_back(blob);
    }
    return all;
}

} // namespace

Image pictureOf(int width, int height, ByteBuffer bgr) {
    need(bgr.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3,
         "pictureOf");
    return {width, height, std::make_shared<const ByteBuffer>(std::move(bgr))};
}

Image noisyScene(int width, int height, unsigned seed) {
    std::mt19937 random(seed);
    const auto shapes = blobs(width, height, random);
    const double frequency = 0.3 + 0.4 * unit(random);
    ByteBuffer bgr(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    std::size_t at = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double shade = 60.0 + 100.0 * y / height + 30.0 * x / width;
            std::array<double, 3> color = {shade + 20, shade, shade - 20};
            for (const Blob& blob : shapes) {
                const double distance = std::hypot(x - blob.x, y - blob.y);
                const double cover =
                    std::clamp((blob.radius - distance) / blob.softness + 0.5, 0.0, 1.0);
                for (std::size_t c = 0; c < 3; ++c)
                    color[c] += cover * (blob.color[c] - color[c]);
            }
            const double texture =
                y > height / 2 ? 8 * std::sin(frequency * x) * std::cos(0.7 * frequency * y) : 0;
            for (std::size_t c = 0; c < 3; ++c) {
                // The sum of four uniform numbers is near enough to a normal one, deviation 3.
                const double noise =
                    (unit(random) + unit(random) + unit(random) + unit(random) - 2);
                bgr[at++] = toByte(color[c] + texture + 5.2 * noise);
            }
        }
    }
    return pictureOf(width, height, std::move(bgr));
}

Image flatPicture(int width, int height, std::array<std::uint8_t, 3> bgr) {
    ByteBuffer pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = bgr[i % 3];
    return pictureOf(width, height, std::move(pixels));
}

Image checkerboard(int width, int height, int cell) {
    ByteBuffer pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            pixels.insert(pixels.end(), 3, (x / cell + y / cell) % 2 == 0 ? 40 : 215);
    }
    return pictureOf(width, height, std::move(pixels));
}

Image slope(int width, int height) {
    ByteBuffer pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            pixels.push_back(static_cast<std::uint8_t>(x * 255 / std::max(width - 1, 1)));
            pixels.push_back(static_cast<std::uint8_t>(y * 255 / std::max(height - 1, 1)));
            pixels.push_back(90);
        }
    }
    return pictureOf(width, height, std::move(pixels));
}

ByteBuffer jpegBytes(const Image& image, int quality, int sampling) {
    auto bytes = core::image::encodeJpeg(image, {quality, sampling, sampling});
    need(bytes.has_value(), "encodeJpeg");
    return std::move(*bytes);
}

ByteBuffer jpegWithOrientation(const Image& image, int orientation) {
    return withExifOrientation(jpegBytes(image), orientation);
}

ByteBuffer exifBlock(int orientation) {
    ByteBuffer block = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1};
    append(block, static_cast<unsigned>(orientation), 2, true);
    block.insert(block.end(), 6, 0); // padding of the value, no further directory
    return block;
}

ByteBuffer withExifOrientation(const ByteBuffer& jpeg, int orientation) {
    const ByteBuffer block = exifBlock(orientation);
    ByteBuffer bytes;
    bytes.reserve(jpeg.size() + block.size() + 10);
    append(bytes, 0xFFD8FFE1, 4, true);
    append(bytes, block.size() + 8, 2, true);
    bytes.insert(bytes.end(), {'E', 'x', 'i', 'f', 0, 0});
    bytes.insert(bytes.end(), block.begin(), block.end());
    bytes.insert(bytes.end(), jpeg.begin() + 2, jpeg.end());
    return bytes;
}

ByteBuffer pngBytes(const Image& image) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(image.width());
    header.height = static_cast<png_uint_32>(image.height());
    header.format = PNG_FORMAT_BGR;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(header);
    ByteBuffer bytes(size);
    need(png_image_write_to_memory(&header, bytes.data(), &size, 0, image.view().data, 0,
                                   nullptr) != 0,
         "png_image_write_to_memory");
    bytes.resize(size);
    return bytes;
}

ByteBuffer webpBytes(const Image& image, int quality) {
    std::uint8_t* written = nullptr;
    const int stride = image.width() * 3;
    const std::size_t size = quality > 100
                                 ? WebPEncodeLosslessBGR(image.view().data, image.width(),
                                                         image.height(), stride, &written)
                                 : WebPEncodeBGR(image.view().data, image.width(), image.height(),
                                                 stride, static_cast<float>(quality), &written);
    need(size > 0, "WebPEncode");
    ByteBuffer bytes(written, written + size);
    WebPFree(written);
    return bytes;
}

ByteBuffer tiffBytes(const Image& image) {
    // Header, all rows as one uncompressed strip, then the directory and the three depths.
    const ByteBuffer rgb = rgbOf(image);
    ByteBuffer bytes = {'I', 'I', 42, 0};
    const auto directory = static_cast<std::uint32_t>((8 + rgb.size() + 1) & ~std::size_t{1});
    append(bytes, directory, 4, false);
    bytes.insert(bytes.end(), rgb.begin(), rgb.end());
    bytes.resize(directory);
    const auto bitsAt = directory + 2 + 10 * 12 + 4;
    const auto height = static_cast<std::uint32_t>(image.height());
    const std::array<std::array<std::uint32_t, 4>, 10> entries = {{
        {256, 4, 1, static_cast<std::uint32_t>(image.width())},
        {257, 4, 1, height},
        {258, 3, 3, bitsAt},
        {259, 3, 1, 1},
        {262, 3, 1, 2},
        {273, 4, 1, 8},
        {277, 3, 1, 3},
        {278, 4, 1, height},
        {279, 4, 1, static_cast<std::uint32_t>(rgb.size())},
        {284, 3, 1, 1},
    }};
    append(bytes, entries.size(), 2, false);
    for (const auto& [tag, type, count, value] : entries) {
        append(bytes, tag, 2, false);
        append(bytes, type, 2, false);
        append(bytes, count, 4, false);
        append(bytes, value, 4, false);
    }
    append(bytes, 0, 4, false);
    for (int i = 0; i < 3; ++i)
        append(bytes, 8, 2, false);
    return bytes;
}

ByteBuffer bmpBytes(const Image& image) {
    const int rowBytes = (image.width() * 3 + 3) / 4 * 4;
    ByteBuffer bytes;
    append(bytes, 0x4D42, 2, false); // "BM"
    append(bytes, static_cast<unsigned>(54 + rowBytes * image.height()), 4, false);
    append(bytes, 0, 4, false);
    append(bytes, 54, 4, false);
    append(bytes, 40, 4, false);
    append(bytes, static_cast<unsigned>(image.width()), 4, false);
    append(bytes, static_cast<unsigned>(image.height()), 4, false);
    append(bytes, 1, 2, false);
    append(bytes, 24, 2, false);
    bytes.resize(54); // no compression, no palette
    for (int y = image.height() - 1; y >= 0; --y) {
        bytes.insert(bytes.end(), row(image, y), row(image, y) + image.width() * 3);
        bytes.resize(bytes.size() + static_cast<std::size_t>(rowBytes - image.width() * 3));
    }
    return bytes;
}

namespace {

/// Palette and one index per pixel.
struct Indexed {
    std::vector<GifColorType> colors;
    ByteBuffer pixels;
};

Indexed indexed(const Image& image) {
    Indexed found;
    std::map<std::uint32_t, std::uint8_t> known;
    const ByteBuffer& bgr = *image.bytes();
    for (std::size_t i = 0; i < bgr.size(); i += 3) {
        const std::uint32_t color = bgr[i] | bgr[i + 1] << 8 | bgr[i + 2] << 16;
        if (!known.contains(color)) {
            if (found.colors.size() == 256)
                break;
            known[color] = static_cast<std::uint8_t>(found.colors.size());
            found.colors.push_back({bgr[i + 2], bgr[i + 1], bgr[i]});
        }
        found.pixels.push_back(known[color]);
    }
    if (found.pixels.size() * 3 == bgr.size())
        return found;
    found = {};
    for (int i = 0; i < 256; ++i)
        found.colors.push_back({toByte((i >> 5) * 255 / 7.0), toByte((i >> 2 & 7) * 255 / 7.0),
                                toByte((i & 3) * 255 / 3.0)});
    for (std::size_t i = 0; i < bgr.size(); i += 3)
        found.pixels.push_back(static_cast<std::uint8_t>((bgr[i + 2] >> 5) << 5 |
                                                         (bgr[i + 1] >> 5) << 2 | bgr[i] >> 6));
    return found;
}

int appendGif(GifFileType* gif, const GifByteType* bytes, int count) {
    auto* to = static_cast<ByteBuffer*>(gif->UserData);
    to->insert(to->end(), bytes, bytes + count);
    return count;
}

} // namespace

ByteBuffer gifBytes(const Image& image) {
    Indexed picture = indexed(image);
    picture.colors.resize(256);
    ByteBuffer bytes;
    int error = 0;
    GifFileType* gif = EGifOpen(&bytes, &appendGif, &error);
    need(gif != nullptr, "EGifOpen");
    ColorMapObject* map = GifMakeMapObject(256, picture.colors.data());
    need(EGifPutScreenDesc(gif, image.width(), image.height(), 8, 0, map) == GIF_OK, "GIF screen");
    need(EGifPutImageDesc(gif, 0, 0, image.width(), image.height(), false, nullptr) == GIF_OK,
         "GIF frame");
    for (int y = 0; y < image.height(); ++y)
        need(EGifPutLine(gif,
                         picture.pixels.data() + static_cast<std::ptrdiff_t>(y) * image.width(),
                         image.width()) == GIF_OK,
             "GIF line");
    GifFreeMapObject(map);
    need(EGifCloseFile(gif, &error) == GIF_OK, "EGifCloseFile");
    return bytes;
}

std::filesystem::path writeFile(const QTemporaryDir& directory, const std::string& name,
                                const ByteBuffer& bytes) {
    const std::filesystem::path path = std::filesystem::path(directory.path().toStdString()) / name;
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    need(file.good(), "writeFile");
    return path;
}

int largestDifference(const Image& a, const Image& b) {
    if (a.width() != b.width() || a.height() != b.height() || a.isNull() || b.isNull())
        return 256;
    int largest = 0;
    for (std::size_t i = 0; i < a.bytes()->size(); ++i)
        largest = std::max(largest, std::abs((*a.bytes())[i] - (*b.bytes())[i]));
    return largest;
}

} // namespace tests
