// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/image/image.h"
#include "core/image/jpeg_structure.h"

#include <cstdint>
#include <optional>

namespace core::provenance {

/// What a camera leaves besides its name.
struct CameraTraces {
    bool hasExposure = false;
    bool hasMakerNote = false;
    bool hasThumbnail = false;
    int width = 0; ///< as the entries state it; 0 when they do not
    int height = 0;

    bool operator==(const CameraTraces&) const = default;
};

/// The form of a file: everything but its pixels, its words and its number of bytes.
struct FormFacts {
    image::Format format = image::Format::Unknown;
    int width = 0; ///< of the picture; upright or as stored, no trait depends on it
    int height = 0;
    std::optional<image::JpegStructure> jpeg; ///< of a JPEG whose headers can be read
    bool hasPhotoshopBlocks = false;   ///< JPEG: resource blocks (APP13) or an Adobe marker (APP14)
    bool beginsWithExif = false;       ///< JPEG: EXIF and no JFIF segment before it
    std::uint64_t largestPngPiece = 0; ///< bytes of the longest IDAT chunk
    std::optional<CameraTraces> camera; ///< when the file names a camera and no generator
};

/// @param width, height  of the picture, in pixels
/// @param record         of the same file
[[nodiscard]] FormFacts formFacts(const image::EvidenceFile& file, int width, int height,
                                  const examination::ProvenanceRecord& record);

/// The picture's size as a JPEG, PNG or WebP states it, without decoding: width, then height, as
/// stored. Nothing for other formats and unreadable headers.
[[nodiscard]] std::optional<std::pair<int, int>> statedSize(const image::EvidenceFile& file);

} // namespace core::provenance
