// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <optional>
#include <utility>
#include <vector>

namespace core::provenance {

/// What is stated about the picture's origin, the strongest statement of all: verified credentials,
/// then a watermark, then what the file says without a signature. A camera that the file merely
/// names states nothing: of cameras only a trusted credential does.
[[nodiscard]] std::optional<examination::StatedOrigin>
statedOrigin(const examination::ProvenanceRecord& record);

/// Sizes (width, height) that the file states for its picture: EXIF's, and the generator's.
[[nodiscard]] std::vector<std::pair<int, int>>
statedSizes(const examination::ProvenanceRecord& record);

} // namespace core::provenance
