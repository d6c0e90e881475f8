// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/file_end.h"

#include "core/image/format_sniffer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace core::image {

namespace {

using Bytes = std::span<const std::uint8_t>;

std::uint64_t bigEndian(Bytes bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8U | bytes[at + i];
    return value;
}

std::uint64_t littleEndian(Bytes bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = count; i > 0; --i)
        value = value << 8U | bytes[at + i - 1];
    return value;
}

bool hasText(Bytes bytes, std::size_t at, std::string_view text) {
    return bytes.size() - at >= text.size() &&
           std::memcmp(bytes.data() + at, text.data(), text.size()) == 0;
}

/// Segments by their lengths, entropy-coded data by its markers, up to the end of the picture. The
/// end of a thumbnail lies within a segment and does not count.
bool jpegEnds(Bytes bytes) {
    constexpr std::uint8_t kEnd = 0xD9;
    std::size_t at = 2;
    while (at + 1 < bytes.size()) {
        const auto* found = static_cast<const std::uint8_t*>(
            std::memchr(bytes.data() + at, 0xFF, bytes.size() - at - 1));
        if (found == nullptr)
            return false;
        at = static_cast<std::size_t>(found - bytes.data());
        const std::uint8_t marker = bytes[at + 1];
        if (marker == kEnd)
            return true;
        const bool isAlone = marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD8);
        if (marker == 0xFF) {
            ++at; // fill byte
        } else if (isAlone) {
            at += 2;
        } else {
            if (at + 4 > bytes.size())
                return false;
            // Behind the head of a scan the loop goes on through its data to the next marker.
            at += 2 + bigEndian(bytes, at + 2, 2);
        }
    }
    return false;
}

bool pngEnds(Bytes bytes) {
    constexpr std::size_t kAround = 12; // length, name and checksum
    for (std::uint64_t at = 8; at + kAround <= bytes.size();
         at += kAround + bigEndian(bytes, static_cast<std::size_t>(at), 4)) {
        if (hasText(bytes, static_cast<std::size_t>(at) + 4, "IEND"))
            return true;
    }
    return false;
}

/// HEIC and AVIF: boxes, each with its size; the last one may reach to the end of the file.
bool boxesEnd(Bytes bytes) {
    constexpr std::uint64_t kLargeSize = 1;
    std::uint64_t at = 0;
    bool hasData = false;
    while (at + 8 <= bytes.size()) {
        const auto place = static_cast<std::size_t>(at);
        std::uint64_t size = bigEndian(bytes, place, 4);
        hasData = hasData || hasText(bytes, place + 4, "mdat") || hasText(bytes, place + 4, "idat");
        if (size == kLargeSize && at + 16 <= bytes.size())
            size = bigEndian(bytes, place + 8, 8);
        if (size == 0)
            return true;
        if (size < 8 || size > bytes.size() - at)
            return false;
        at += size;
    }
    // Without its data box the file ends between two boxes.
    return at == bytes.size() && hasData;
}

/// The list of a TIFF's fields stands anywhere, with most writers at the end; values that do not
/// fit into it stand anywhere else.
bool tiffEnds(Bytes bytes) {
    constexpr std::size_t kFieldSize = 12;
    constexpr std::array<std::uint64_t, 14> kTypeSizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    if (bytes.size() < 8)
        return false;
    const bool isBig = bytes[0] == 'M';
    const auto number = [&](std::size_t at, std::size_t count) {
        return isBig ? bigEndian(bytes, at, count) : littleEndian(bytes, at, count);
    };
    const std::uint64_t place = number(4, 4);
    if (place + 2 > bytes.size())
        return false;
    const std::size_t fields = number(place, 2);
    if (place + 2 + fields * kFieldSize + 4 > bytes.size())
        return false;
    for (std::size_t i = 0; i < fields; ++i) {
        const std::size_t at = place + 2 + i * kFieldSize;
        const std::uint64_t type = number(at + 2, 2);
        const std::uint64_t size =
            number(at + 4, 4) * kTypeSizes[type < kTypeSizes.size() ? type : 0];
        if (size > 4 && number(at + 8, 4) + size > bytes.size())
            return false;
    }
    return true;
}

} // namespace

bool reachesItsEnd(Bytes bytes) {
    switch (sniffFormat(bytes.first(std::min<std::size_t>(bytes.size(), 64)))) {
    case Format::Jpeg:
        return jpegEnds(bytes);
    case Format::Png:
        return pngEnds(bytes);
    case Format::Webp:
        return littleEndian(bytes, 4, 4) + 8 <= bytes.size();
    case Format::Bmp: // some writers leave the size out
        return bytes.size() >= 6 && littleEndian(bytes, 2, 4) <= bytes.size();
    case Format::Gif:
        return bytes.back() == ';';
    case Format::Heic:
    case Format::Avif:
        return boxesEnd(bytes);
    case Format::Tiff:
        return tiffEnds(bytes);
    default: // of others the end is not known; a decoder says what is missing
        break;
    }
    return true;
}

} // namespace core::image
