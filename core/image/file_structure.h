// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"
#include "core/image/image.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::image {

/// Bytes of a file that are not part of the picture that is shown.
struct StrayPart {
    std::string what;         ///< "a ZIP archive", "another picture", ...
    std::uint64_t offset = 0; ///< in the file
    std::uint64_t bytes = 0;
    bool isAnnounced = false; ///< cameras write it, and the file says so: nothing odd
};

/// How a file is put together, as far as that is worth a word.
struct FileStructure {
    std::vector<StrayPart> parts;
    std::vector<std::string> damagedChunks; ///< of a PNG, "tEXt at byte 33": wrong checksum
    bool lacksEnd = false;                  ///< the mark that ends the file is missing
    bool isApplePng = false;                ///< Xcode's variant, which other programs misread
    bool hasTextBehindEnd = false;          ///< PNG texts behind IEND, which most readers skip
    int frames = 1;                         ///< of an animation; 1 for a still picture
    bool isDefaultFrameHidden = false;      ///< an APNG whose first picture no animation shows
};

/// Walks the file from end to end; pixels are not decoded.
/// @source ITU T.81 Annex B; PNG third edition, 5 and 11.3.6; CIPA DC-007 (MPF); RIFF
[[nodiscard]] FileStructure readStructure(const EvidenceFile& file);

/// Where a JPEG ends that begins at `start`: behind its EOI mark, found by walking segments and
/// scans. 0: it has no end.
[[nodiscard]] std::uint64_t jpegEnd(Bytes file, std::uint64_t start);

} // namespace core::image
