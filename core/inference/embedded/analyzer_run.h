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

/// Runs all of them, the last one, which takes longest in the catalog, beside the others; one after
/// the other for very large pictures, whose memory would be needed twice.
/// @param started  called from this thread with the name of each and the number of those before it,
///                 in order; with the last one's when there is nothing left but to wait for it
/// @return in the same order, or an error
/// @errors LimitExceeded, Cancelled
[[nodiscard]] Result<std::vector<AnalyzerRun>>
runAnalyzers(const forensics::Subject& subject, const Analyzers& analyzers,
             const std::function<void(std::string_view name, std::size_t before)>& started,
             std::stop_token stop);

} // namespace core::inference
