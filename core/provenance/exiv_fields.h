// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::provenance {

/// EXIF, XMP and IPTC entries and the comment of a picture file, read with Exiv2; groups "EXIF",
/// "XMP", "IPTC" and "Comment". Values are whole; binary blobs are left out. A file that Exiv2
/// cannot read gives no fields. Safe to call from several threads.
[[nodiscard]] std::vector<examination::MetadataField>
exivFields(std::span<const std::uint8_t> file);

} // namespace core::provenance
