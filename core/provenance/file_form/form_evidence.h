// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/image/image.h"
#include "core/provenance/file_form/form_table.h"
#include "core/provenance/file_form/form_traits.h"

#include <optional>
#include <vector>

namespace core::provenance {

/// A trait that a file has, with what the collection says of it.
struct WeighedTrait {
    FoundTrait found;
    TraitStatistics statistics;
};

/// What a file's form suggests. It is easily changed, so it never makes a verdict.
struct FormEvidence {
    double ratio = 1; ///< what counts: the bound of `joined` that is nearer to one; 0.1 to 10
    RatioInterval joined;
    double usualLow = 0; ///< of the ratio on photographs, see FormTable
    double usualHigh = 0;
    std::vector<WeighedTrait> traits; ///< those that the table knows
};

/// Looks at size, compression tables, sampling, container and camera traces; never at pixels.
/// @param picture  decoded from the file
/// @param record   read from the file
[[nodiscard]] FormEvidence formEvidence(const image::EvidenceFile& file,
                                        const image::DecodedPicture& picture,
                                        const examination::ProvenanceRecord& record,
                                        const FormTable& table);

/// One sentence for each trait whose own ratio counts at least 2 in either direction, with both
/// frequencies and what changes it; strongest first.
[[nodiscard]] std::vector<examination::Clue> formClues(const FormEvidence& evidence);

/// The row "file_form" with the joined ratio and each trait's own.
/// @param evidence  nothing when the table is not installed
[[nodiscard]] examination::Measurement formMeasurement(const std::optional<FormEvidence>& evidence);

} // namespace core::provenance
