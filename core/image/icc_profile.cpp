// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/icc_profile.h"

#include "core/image/container_parts.h"

#include <libheif/heif.h>
#include <zlib.h>

#include <algorithm>
#include <map>
#include <memory>

namespace core::image {

namespace {

constexpr std::size_t kLargest = 4U << 20U;
constexpr const char* kDamaged = "The color profile of the file is damaged and was not applied.";

ByteBuffer bufferOf(Bytes bytes) {
    return bytes.size() <= kLargest ? ByteBuffer(bytes.begin(), bytes.end()) : ByteBuffer();
}

/// In pieces, each with its number and how many there are. A single piece is taken whatever its
/// number: some phones write 0 of 0.
IccProfile fromJpeg(Bytes file) {
    constexpr std::string_view kMark("ICC_PROFILE\0", 12);
    constexpr std::size_t kHeader = kMark.size() + 2;
    std::map<std::uint8_t, Bytes> pieces;
    std::size_t count = 0;
    for (const ContainerPart& part : jpegSegments(file)) {
        if (part.name != "FFE2" || part.payload.size() < kHeader ||
            !asText(part.payload).starts_with(kMark))
            continue;
        pieces.emplace(part.payload[kMark.size()], part.payload.subspan(kHeader));
        count = std::max<std::size_t>(count, part.payload[kMark.size() + 1]);
    }
    if (pieces.empty())
        return {};
    if (pieces.size() != std::max<std::size_t>(count, 1))
        return {{},
                "The color profile of the file is not applied: " + std::to_string(pieces.size()) +
                    " of its " + std::to_string(count) + " pieces are there."};
    ByteBuffer profile;
    for (const auto& [number, piece] : pieces)
        profile.insert(profile.end(), piece.begin(), piece.end());
    return profile.size() <= kLargest ? IccProfile{std::move(profile), ""} : IccProfile{};
}

/// A name, a zero, the method (0) and the deflated profile.
IccProfile fromPng(Bytes file) {
    for (const ContainerPart& part : pngChunks(file)) {
        if (part.name != "iCCP")
            continue;
        const auto zero = std::ranges::find(part.payload, std::uint8_t{0});
        const auto start = static_cast<std::size_t>(zero - part.payload.begin()) + 2;
        if (start >= part.payload.size())
            return {{}, kDamaged};
        ByteBuffer profile(kLargest);
        uLongf size = profile.size();
        const Bytes packed = part.payload.subspan(start);
        if (uncompress(profile.data(), &size, packed.data(), packed.size()) != Z_OK)
            return {{}, kDamaged};
        profile.resize(size);
        return {std::move(profile), ""};
    }
    return {};
}

ByteBuffer fromWebp(Bytes file) {
    for (const ContainerPart& part : riffChunks(file))
        if (part.name == "ICCP")
            return bufferOf(part.payload);
    return {};
}

ByteBuffer fromTiff(Bytes file) {
    constexpr std::uint16_t kInterColorProfile = 34675;
    const auto value = firstDirectoryTag(file, kInterColorProfile);
    return value ? bufferOf(value->bytes) : ByteBuffer();
}

ByteBuffer fromHeif(Bytes file) {
    const std::unique_ptr<heif_context, void (*)(heif_context*)> context(heif_context_alloc(),
                                                                         heif_context_free);
    heif_image_handle* found = nullptr;
    if (heif_context_read_from_memory_without_copy(context.get(), file.data(), file.size(), nullptr)
                .code != heif_error_Ok ||
        heif_context_get_primary_image_handle(context.get(), &found).code != heif_error_Ok)
        return {};
    const std::unique_ptr<heif_image_handle, void (*)(const heif_image_handle*)> handle(
        found, heif_image_handle_release);
    const std::size_t size = heif_image_handle_get_raw_color_profile_size(handle.get());
    if (size == 0 || size > kLargest)
        return {};
    ByteBuffer profile(size);
    return heif_image_handle_get_raw_color_profile(handle.get(), profile.data()).code ==
                   heif_error_Ok
               ? profile
               : ByteBuffer();
}

} // namespace

IccProfile iccProfileOf(Format format, Bytes file) {
    switch (format) {
    case Format::Jpeg:
        return fromJpeg(file);
    case Format::Png:
        return fromPng(file);
    case Format::Webp:
        return {fromWebp(file), ""};
    case Format::Tiff:
        return {fromTiff(file), ""};
    case Format::Heic:
    case Format::Avif:
        return {fromHeif(file), ""};
    default:
        return {};
    }
}

} // namespace core::image
