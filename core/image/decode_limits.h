// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core::image {

/// What a file may cost before we refuse it. Checked against the header, before any pixel is
/// allocated.
struct DecodeLimits {
    std::int64_t maxPixels = 300'000'000;
    std::int64_t maxFileBytes = std::int64_t{2} << 30;
    int maxSide = 65'500;
    std::int64_t maxMemoryBytes = std::int64_t{4} << 30; ///< estimate: decoder buffers and pixels
};

} // namespace core::image
