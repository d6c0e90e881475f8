// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/image/image.h"

#include <vector>

namespace core::provenance {

/// The text that some generators hide in the lowest bits of a PNG's alpha channel, column by
/// column: a mark ("stealth_pnginfo", or "stealth_pngcomp" for gzip), its length in bits, then the
/// text. Group "Stealth text"; at most 4 MiB. Empty for pictures without one.
[[nodiscard]] std::vector<examination::MetadataField> stealthText(const image::EvidenceFile& file);

} // namespace core::provenance
