// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/alpha_plane.h"

#include "core/image/container_parts.h"

#include <png.h>
#include <webp/decode.h>

#include <algorithm>
#include <memory>

namespace core::image {

namespace {

constexpr std::uint64_t kMostPixels = 100'000'000;

bool isAffordable(std::uint64_t width, std::uint64_t height) {
    return width > 0 && height > 0 && width <= kMostPixels && height <= kMostPixels / width;
}

/// Whether the header promises an alpha channel, or a transparent color.
bool pngHasAlpha(Bytes file) {
    const auto kind = readNumber(file, 25, 1, ByteOrder::Big);
    if (kind && (*kind & PNG_COLOR_MASK_ALPHA) != 0)
        return true;
    return std::ranges::any_of(pngChunks(file),
                               [](const ContainerPart& part) { return part.name == "tRNS"; });
}

std::optional<AlphaPlane> ofPng(Bytes file) {
    const auto width = readNumber(file, 16, 4, ByteOrder::Big);
    const auto height = readNumber(file, 20, 4, ByteOrder::Big);
    if (!width || !height || !isAffordable(*width, *height) || !pngHasAlpha(file))
        return std::nullopt;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, decltype(&png_image_free)> release(&image, &png_image_free);
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        return std::nullopt;
    image.format = PNG_FORMAT_RGBA;
    ByteBuffer pixels(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) == 0)
        return std::nullopt;
    AlphaPlane plane{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    plane.values.resize(pixels.size() / 4);
    for (std::size_t i = 0; i < plane.values.size(); ++i)
        plane.values[i] = pixels[4 * i + 3];
    return plane;
}

std::optional<AlphaPlane> ofWebp(Bytes file) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(file.data(), file.size(), &features) != VP8_STATUS_OK ||
        features.has_alpha == 0 || features.has_animation != 0 ||
        !isAffordable(static_cast<std::uint64_t>(features.width),
                      static_cast<std::uint64_t>(features.height)))
        return std::nullopt;
    AlphaPlane plane;
    const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> pixels(
        WebPDecodeRGBA(file.data(), file.size(), &plane.width, &plane.height), &WebPFree);
    if (!pixels)
        return std::nullopt;
    plane.values.resize(static_cast<std::size_t>(plane.width) *
                        static_cast<std::size_t>(plane.height));
    for (std::size_t i = 0; i < plane.values.size(); ++i)
        plane.values[i] = pixels.get()[4 * i + 3];
    return plane;
}

} // namespace

std::optional<AlphaPlane> alphaPlane(Format format, Bytes file) {
    if (format == Format::Png)
        return ofPng(file);
    return format == Format::Webp ? ofWebp(file) : std::nullopt;
}

} // namespace core::image
