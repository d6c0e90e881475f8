// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/analyzer.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace core::inference {

using Analyzers = std::vector<std::unique_ptr<forensics::Analyzer>>;

struct AnalyzerRun {
    forensics::Evidence evidence;
    double ms = 0; ///< wall time, beside another analyzer
};

/// Runs all of them, two at a time but for very large pictures, whose memory is needed twice then.
/// @param started  called from this thread only, with the name of an analyzer that it takes over
///                 and the number of those that were started before
/// @return in the same order, or the first error in that order
/// @errors LimitExceeded, Cancelled
[[nodiscard]] Result<std::vector<AnalyzerRun>>
runAnalyzers(const forensics::Subject& subject, const Analyzers& analyzers,
             const std::function<void(std::string_view name, std::size_t before)>& started,
             std::stop_token stop);

} // namespace core::inference
