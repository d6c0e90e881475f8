// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/container_parts.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace core::image {

namespace {

constexpr std::size_t kMaxParts = 10'000;

std::string markerName(std::uint64_t marker) {
    char name[8];
    std::snprintf(name, sizeof name, "FF%02X", static_cast<unsigned>(marker));
    return name;
}

/// Bytes of one value of a TIFF field type; 0 for an unknown type.
std::uint64_t tiffTypeSize(std::uint64_t type) {
    constexpr std::array<std::uint8_t, 14> kSizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < kSizes.size() ? kSizes[type] : 0;
}

std::optional<ByteOrder> tiffOrder(Bytes tiff) {
    const auto mark = slice(tiff, 0, 2);
    if (!mark || (asText(*mark) != "II" && asText(*mark) != "MM"))
        return std::nullopt;
    const ByteOrder order = asText(*mark) == "MM" ? ByteOrder::Big : ByteOrder::Little;
    const auto version = readNumber(tiff, 2, 2, order);
    return version == 42u || version == 43u ? std::optional(order) : std::nullopt;
}

} // namespace

std::vector<ContainerPart> jpegSegments(Bytes file) {
    std::vector<ContainerPart> parts;
    std::uint64_t at = 2;
    while (parts.size() < kMaxParts) {
        const auto lead = readNumber(file, at, 1, ByteOrder::Big);
        const auto marker = readNumber(file, at + 1, 1, ByteOrder::Big);
        if (!lead || !marker || *lead != 0xFF)
            break;
        if (*marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        const auto length = readNumber(file, at + 2, 2, ByteOrder::Big);
        if (!length || *length < 2)
            break;
        const auto payload = slice(file, at + 4, *length - 2);
        if (!payload)
            break;
        parts.push_back({markerName(*marker), at, *payload});
        if (*marker == 0xDA)
            break;
        at += 2 + *length;
    }
    return parts;
}

std::vector<ContainerPart> pngChunks(Bytes file) {
    std::vector<ContainerPart> parts;
    std::uint64_t at = 8;
    while (parts.size() < kMaxParts) {
        const auto length = readNumber(file, at, 4, ByteOrder::Big);
        const auto name = slice(file, at + 4, 4);
        if (!length || !name)
            break;
        const auto payload = slice(file, at + 8, *length);
        if (!payload)
            break;
        parts.push_back({std::string(asText(*name)), at, *payload});
        at += *length + 12;
    }
    return parts;
}

std::vector<ContainerPart> riffChunks(Bytes file) {
    std::vector<ContainerPart> parts;
    std::uint64_t at = 12;
    while (parts.size() < kMaxParts) {
        const auto name = slice(file, at, 4);
        const auto length = readNumber(file, at + 4, 4, ByteOrder::Little);
        if (!name || !length)
            break;
        const auto payload = slice(file, at + 8, *length);
        if (!payload)
            break;
        parts.push_back({std::string(asText(*name)), at, *payload});
        at += 8 + *length + (*length & 1);
    }
    return parts;
}

std::vector<ContainerPart> mediaBoxes(Bytes file) {
    std::vector<ContainerPart> parts;
    std::uint64_t at = 0;
    while (parts.size() < kMaxParts) {
        const auto shortLength = readNumber(file, at, 4, ByteOrder::Big);
        const auto name = slice(file, at + 4, 4);
        if (!shortLength || !name)
            break;
        std::uint64_t header = 8;
        std::uint64_t length = *shortLength;
        if (length == 1) {
            const auto longLength = readNumber(file, at + 8, 8, ByteOrder::Big);
            if (!longLength)
                break;
            header = 16;
            length = *longLength;
        } else if (length == 0) {
            length = file.size() - at;
        }
        if (length < header)
            break;
        const auto payload = slice(file, at + header, length - header);
        if (!payload)
            break;
        parts.push_back({std::string(asText(*name)), at, *payload});
        at += length;
    }
    return parts;
}

std::optional<TiffValue> firstDirectoryTag(Bytes tiff, std::uint16_t tag) {
    const auto order = tiffOrder(tiff);
    if (!order)
        return std::nullopt;
    const bool isBig = readNumber(tiff, 2, 2, *order) == 43u;
    const auto directory = readNumber(tiff, isBig ? 8 : 4, isBig ? 8 : 4, *order);
    return directory ? directoryTag(tiff, *directory, tag) : std::nullopt;
}

std::optional<TiffValue> directoryTag(Bytes tiff, std::uint64_t directory, std::uint16_t tag) {
    const auto known = tiffOrder(tiff);
    if (!known)
        return std::nullopt;
    const ByteOrder order = *known;
    // BigTIFF has the same with offsets and counts of 8 bytes.
    const bool isBig = readNumber(tiff, 2, 2, order) == 43u;
    const int width = isBig ? 8 : 4;
    const std::uint64_t head = isBig ? 8 : 2;
    const std::uint64_t step = isBig ? 20 : 12;
    const auto entries = readNumber(tiff, directory, static_cast<int>(head), order);
    constexpr std::uint64_t kMaxEntries = 65'535;
    for (std::uint64_t i = 0; entries && i < std::min(*entries, kMaxEntries); ++i) {
        const std::uint64_t entry = directory + head + i * step;
        if (readNumber(tiff, entry, 2, order) != tag)
            continue;
        const auto type = readNumber(tiff, entry + 2, 2, order);
        const auto count = readNumber(tiff, entry + 4, width, order);
        if (!type || !count || *count > tiff.size())
            return std::nullopt;
        const std::uint64_t size = tiffTypeSize(*type) * *count;
        const std::uint64_t field = entry + 4 + static_cast<std::uint64_t>(width);
        const auto place = size <= static_cast<std::uint64_t>(width)
                               ? std::optional<std::uint64_t>(field)
                               : readNumber(tiff, field, width, order);
        const auto bytes = place ? slice(tiff, *place, size) : std::nullopt;
        if (!bytes || size == 0)
            return std::nullopt;
        return TiffValue{static_cast<int>(*type), static_cast<std::uint32_t>(*count), order,
                         *bytes};
    }
    return std::nullopt;
}

} // namespace core::image
