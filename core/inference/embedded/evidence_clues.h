// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/forensics/evidence.h"
#include "core/inference/embedded/evidence_set.h"

#include <memory>
#include <vector>

namespace core::inference {

/// Usual ranges of scores, for the sentences about them.
struct TileReference {
    double low = 0; ///< of a photograph's mean over tiles
    double high = 0;
    double generatedLow = 0; ///< of a generated picture's
    double tileHigh = 0;     ///< of the 90th percentile of a photograph's tiles
    double foreignHigh = 0;  ///< of the 97th percentile of a photograph's cells
};

/// Every finding as a sentence with its place and numbers, strongest first. Analyzers that do not
/// apply say nothing here; the measurements list them.
[[nodiscard]] std::vector<examination::Clue> cluesFrom(const EvidenceSet& evidence,
                                                       const forensics::Subject& subject,
                                                       const TileReference& reference);

/// One row per analyzer, also for those that found nothing or do not apply.
[[nodiscard]] std::vector<examination::Measurement>
measurementsFrom(const EvidenceSet& evidence, const TileReference& reference);

/// How much each kind of fake is supported; empty when nothing speaks for a fake.
[[nodiscard]] std::map<examination::Manner, double>
mannerFrom(const EvidenceSet& evidence, const TileReference& reference, double pFake);

} // namespace core::inference
