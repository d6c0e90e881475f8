// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/forensics/evidence.h"
#include "core/inference/embedded/evidence_set.h"

#include <memory>
#include <vector>

namespace core::inference {

/// Every local finding as a sentence with its place and numbers, strongest first. Analyzers that do
/// not apply say nothing here; the measurements list them.
/// @param usualForeign  upper end of what is usual for the 97th percentile of a photograph's cells
[[nodiscard]] std::vector<examination::Clue>
cluesFrom(const EvidenceSet& evidence, const forensics::Subject& subject, double usualForeign);

/// One row per analyzer, also for those that found nothing or do not apply.
[[nodiscard]] std::vector<examination::Measurement> measurementsFrom(const EvidenceSet& evidence,
                                                                     double usualForeign);

/// What was found out about the picture as a whole.
struct Whole {
    double pFake = 0.5;
    bool speaksForGenerated = false;
};

/// How much each kind of fake is supported; empty when nothing speaks for a fake.
[[nodiscard]] std::map<examination::Manner, double>
mannerFrom(const EvidenceSet& evidence, double usualForeign, const Whole& whole);

} // namespace core::inference
