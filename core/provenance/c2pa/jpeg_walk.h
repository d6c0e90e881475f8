// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <cstdint>
#include <vector>

namespace core::provenance::c2pa {

using image::Bytes;

/// A piece of a JPEG file. A scan's segment holds its entropy-coded data as well.
struct JpegSegment {
    int marker = 0;          ///< the byte after FF
    std::uint64_t start = 0; ///< of the FF
    std::uint64_t length = 0;
    Bytes payload; ///< after the length field; empty for markers that stand alone
};

enum class JpegExtent { UntilFirstScan, WholeFile };

struct JpegWalk {
    std::vector<JpegSegment> segments;
    std::uint64_t end = 0; ///< where the walk stopped
};

/// The segments of a JPEG file in order, up to the first scan or up to its end marker. Stops where
/// the file stops making sense, and after 20,000 segments.
/// @source ITU T.81 Annex B
[[nodiscard]] JpegWalk walkJpeg(Bytes file, JpegExtent extent);

} // namespace core::provenance::c2pa
