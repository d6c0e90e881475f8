// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/examination/provenance_record.h"

#include <vector>

namespace core::provenance {

/// What a file's own statements say for or against it, strongest first. Each sentence says that it
/// is the file that says so: all of it can be written by anybody, and its absence means nothing.
[[nodiscard]] std::vector<examination::Clue>
provenanceClues(const examination::ProvenanceRecord& record);

} // namespace core::provenance
