// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::provenance {

/// The tEXt, zTXt and iTXt chunks of a PNG, in file order, group "PNG text", or "PNG text
/// behind IEND" where most readers do not look. Compressed texts are
/// inflated to at most 4 MiB each, 200 texts at most; damaged ones are left out.
/// @source PNG 1.2, section 4.2.3
[[nodiscard]] std::vector<examination::MetadataField> pngTexts(std::span<const std::uint8_t> png);

} // namespace core::provenance
