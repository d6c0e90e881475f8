// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core::provenance {

/// EXIF, XMP and IPTC entries and the comment of a picture file, read with Exiv2; groups "EXIF",
/// "XMP", "IPTC" and "Comment". Values are whole; binary blobs are left out. The blocks of HEIF,
/// AVIF, GIF and BigTIFF are found here, since Exiv2 misses some of them. A file that cannot be
/// read gives no fields. Safe to call from several threads.
[[nodiscard]] std::vector<examination::MetadataField>
exivFields(std::span<const std::uint8_t> file);

/// The JPEG preview of the EXIF block; nothing when there is none.
[[nodiscard]] std::optional<std::vector<std::uint8_t>>
exivThumbnail(std::span<const std::uint8_t> file);

/// The other previews that Exiv2 finds, in maker notes mostly; up to 10 of at most 16 MiB in all.
[[nodiscard]] std::vector<std::vector<std::uint8_t>>
exivPreviews(std::span<const std::uint8_t> file);

} // namespace core::provenance
