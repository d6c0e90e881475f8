// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <optional>
#include <vector>

namespace core::provenance {

/// Where the file says that it was taken: a field "Coordinates" of the group "Position",
/// "52.520008, 13.404954 (north, east), altitude 34 m", from EXIF or XMP. Nothing when the entries
/// are missing, blank, or name no place on the globe.
[[nodiscard]] std::optional<examination::MetadataField>
positionOf(const std::vector<examination::MetadataField>& fields);

} // namespace core::provenance
