// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/image/byte_reader.h"

#include <vector>

namespace core::provenance {

/// What a color profile says about itself, as fields of the group "ICC profile": description,
/// copyright, who made it, of which device, when. Cameras, programs and networks put profiles of
/// their own into files. Nothing for what is no profile.
/// @source ICC.1:2022, 7.2 (header), 10.15 (mluc); ICC.1:2001-04, 6.5.17 (desc)
[[nodiscard]] std::vector<examination::MetadataField> iccFields(image::Bytes profile);

} // namespace core::provenance
