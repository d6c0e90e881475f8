// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/examination/provenance_record.h"
#include "core/image/image.h"

#include <vector>

namespace core::provenance {

/// What is worth a word about how the file is put together, and where its statements contradict
/// each other or the picture; each contradiction cites both. Strongest first. All of it has
/// innocent causes, which the sentences name.
/// @param picture  null: it could not be decoded, or nobody tried
[[nodiscard]] std::vector<examination::Clue>
fileFindings(const image::EvidenceFile& file, const examination::ProvenanceRecord& record,
             const image::DecodedPicture* picture);

} // namespace core::provenance
