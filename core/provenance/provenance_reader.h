// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/image/image.h"

namespace core::provenance {

/// What the file says about its own origin: EXIF, XMP, IPTC (Exiv2), PNG text and the marks that
/// image generators leave. A file whose metadata cannot be read gives a record without fields.
/// Content Credentials are noticed, not yet validated.
[[nodiscard]] examination::ProvenanceRecord readProvenance(const image::EvidenceFile& file);

} // namespace core::provenance
