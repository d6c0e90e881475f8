// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/inference/analysis_outcome.h"

#include <memory>

namespace tests {

/// What an engine would send back for a job.
inline core::inference::AnalysisOutcome
outcomeOf(core::inference::JobId id, core::examination::Verdict verdict, double pFake) {
    auto examination = std::make_shared<core::examination::Examination>();
    examination->verdict = verdict;
    examination->pFake = pFake;
    return {id, {}, std::shared_ptr<const core::examination::Examination>(examination)};
}

inline core::inference::AnalysisOutcome failureOf(core::inference::JobId id, core::ErrorCode code) {
    return {id, QStringLiteral("/pictures/bad.jpg"), core::fail(code, "The test says so.")};
}

} // namespace tests
