// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/examination/provenance_record.h"

#include <vector>

namespace core::provenance {

/// What the file's own words say for or against the picture, as clues with source File. Such words
/// are easily forged and easily lost: each sentence says that it is the file that speaks.
[[nodiscard]] std::vector<examination::Clue>
provenanceClues(const examination::ProvenanceRecord& provenance);

} // namespace core::provenance
