// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::image {

/// What a GIF holds beside its pixels.
struct GifBlocks {
    std::vector<std::string> comments; ///< bytes as written; joined from their pieces
    std::string xmp;                   ///< the packet; empty when there is none
    int frames = 0;
    std::uint64_t end = 0; ///< offset behind the trailer; 0: the file has none
};

/// Walks a GIF's blocks; at most 100,000 of them, 1 MiB of comments and 16 MiB of XMP.
/// @source GIF89a specification; Adobe, "XMP Specification Part 3", 1.1.2
[[nodiscard]] GifBlocks gifBlocks(Bytes file);

} // namespace core::image
