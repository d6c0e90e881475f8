// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <array>
#include <cstddef>
#include <vector>

namespace core::image {

/// What the scan headers of a JPEG say about how far its coefficients go. A progressive JPEG sends
/// them in several scans, often the last bits last (ITU T.81, Annex G).
struct JpegScans {
    /// Bits that each coefficient of a component still lacks, by zig-zag position; -1: it was never
    /// sent.
    using Lacking = std::array<int, 64>;

    bool isProgressive = false;
    int count = 0; ///< scans that begin
    int ended = 0; ///< scans whose data another marker follows; the last one may have been cut off
    std::vector<Lacking> components; ///< in the order of the frame header
    /// End of the last piece that is whole: the file's size, or less when it breaks off within a
    /// table or header.
    std::size_t soundBytes = 0;

    /// Coefficients of all components that lack bits or were never sent.
    [[nodiscard]] int lackingCoefficients() const;
    [[nodiscard]] int allCoefficients() const;
};

/// Walks over the whole file. Stops quietly where it makes no sense.
[[nodiscard]] JpegScans jpegScans(Bytes file);

} // namespace core::image
