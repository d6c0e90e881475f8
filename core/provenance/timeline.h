// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::provenance {

/// A date as "2024-01-31T12:00:00" (or shorter, when the file says less), from EXIF's
/// "2024:01:31 12:00:00", XMP's ISO 8601, IPTC's and GPS's "2024:01:31". Nothing for what is none,
/// such as zeros or blanks.
[[nodiscard]] std::optional<examination::DatedEvent> dateFrom(std::string_view text,
                                                              std::string source);

/// All dates of the metadata and of the Content Credentials, earliest first (by what the clocks
/// showed), with the zone where a neighboring field states it.
[[nodiscard]] std::vector<examination::DatedEvent>
timelineOf(const examination::ProvenanceRecord& record);

} // namespace core::provenance
