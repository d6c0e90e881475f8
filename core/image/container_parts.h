// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::image {

/// One piece of a container: where it starts in the file and what it carries.
struct ContainerPart {
    std::string name;         ///< chunk or box name as written; "FFE1" for a JPEG marker
    std::uint64_t offset = 0; ///< of the part's header in the file
    Bytes payload;            ///< without header, length and checksum
};

// Each walk stops quietly where the file stops making sense, and after 10,000 parts.

/// JPEG marker segments up to the first scan.
/// @source ITU T.81 Annex B
[[nodiscard]] std::vector<ContainerPart> jpegSegments(Bytes file);

/// PNG chunks, checksums not checked.
/// @source PNG 1.2, section 5
[[nodiscard]] std::vector<ContainerPart> pngChunks(Bytes file);

/// Chunks of a RIFF file (WebP).
[[nodiscard]] std::vector<ContainerPart> riffChunks(Bytes file);

/// Top-level boxes of an ISO base media file (HEIF, AVIF).
/// @source ISO 14496-12, 4.2
[[nodiscard]] std::vector<ContainerPart> mediaBoxes(Bytes file);

/// The value bytes of a tag in the first directory of a TIFF structure (TIFF file or EXIF block,
/// classic 32-bit offsets).
struct TiffValue {
    int type = 0;
    std::uint32_t count = 0;
    ByteOrder order = ByteOrder::Little;
    Bytes bytes;
};
[[nodiscard]] std::optional<TiffValue> firstDirectoryTag(Bytes tiff, std::uint16_t tag);

/// Likewise in the directory that begins at `directory`.
[[nodiscard]] std::optional<TiffValue> directoryTag(Bytes tiff, std::uint64_t directory,
                                                    std::uint16_t tag);

} // namespace core::image
