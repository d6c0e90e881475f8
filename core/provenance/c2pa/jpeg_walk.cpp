// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/jpeg_walk.h"

namespace core::provenance::c2pa {

namespace {

using image::ByteOrder;
using image::readNumber;
using image::slice;

bool standsAlone(std::uint64_t marker) {
    return marker == 0xD8 || marker == 0xD9 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

/// Where entropy-coded data ends: at a marker that is no restart and no stuffed byte.
std::uint64_t endOfScan(Bytes file, std::uint64_t at) {
    for (; at + 1 < file.size(); ++at) {
        if (file[at] != 0xFF)
            continue;
        const std::uint8_t next = file[at + 1];
        if (next != 0x00 && next != 0xFF && (next < 0xD0 || next > 0xD7))
            return at;
    }
    return file.size();
}

} // namespace

JpegWalk walkJpeg(Bytes file, JpegExtent extent) {
    constexpr std::size_t kMaxSegments = 20'000;
    JpegWalk walk;
    while (walk.segments.size() < kMaxSegments) {
        const auto prefix = readNumber(file, walk.end, 1, ByteOrder::Big);
        auto marker = readNumber(file, walk.end + 1, 1, ByteOrder::Big);
        if (prefix != std::uint64_t{0xFF} || !marker)
            return walk;
        JpegSegment segment{static_cast<int>(*marker), walk.end, 2, {}};
        if (*marker == 0xFF) { // a fill byte
            ++walk.end;
            continue;
        }
        if (!standsAlone(*marker)) {
            const auto length = readNumber(file, walk.end + 2, 2, ByteOrder::Big);
            const auto payload =
                length && *length >= 2 ? slice(file, walk.end + 4, *length - 2) : std::nullopt;
            if (!payload)
                return walk;
            segment.payload = *payload;
            segment.length = 2 + *length;
        }
        if (*marker == 0xDA) {
            if (extent == JpegExtent::UntilFirstScan)
                return walk;
            segment.length = endOfScan(file, segment.start + segment.length) - segment.start;
        }
        walk.end = segment.start + segment.length;
        walk.segments.push_back(segment);
        if (*marker == 0xD9)
            return walk;
    }
    return walk;
}

} // namespace core::provenance::c2pa
