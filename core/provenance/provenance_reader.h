// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"
#include "core/examination/trust_lists.h"
#include "core/image/image.h"

namespace core::provenance {

/// What the file says about its own origin: EXIF, XMP, IPTC (Exiv2), PNG text and the marks that
/// image generators leave. A file whose metadata cannot be read gives a record without fields.
/// Content Credentials are validated against the given lists; those in a file of the same name with
/// the ending .c2pa count when the picture itself carries none.
[[nodiscard]] examination::ProvenanceRecord
readProvenance(const image::EvidenceFile& file, const examination::TrustLists& trust = {});

} // namespace core::provenance
