// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/image/byte_reader.h"

#include <vector>

namespace core::provenance {

/// What Photoshop keeps beside a picture, as fields of the group "Photoshop": the program that
/// wrote it, names and places of layers, names of paths, and whether the digest of the IPTC entries
/// fits them (another program that changes IPTC leaves the digest as it is). Read from JPEG APP13,
/// TIFF tags 34377 and 37724, and PSD; up to 200 layers.
/// @source Adobe Photoshop File Formats Specification, November 2019; TIFF Technical Note 3
[[nodiscard]] std::vector<examination::MetadataField> photoshopFields(image::Bytes file);

/// The JPEG previews among Photoshop's resources.
[[nodiscard]] std::vector<image::Bytes> photoshopPreviews(image::Bytes file,
                                                          std::vector<std::uint8_t>& joined);

} // namespace core::provenance
