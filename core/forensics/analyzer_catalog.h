// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>
#include <vector>

namespace core::forensics {

/// Every analyzer, in the order in which they run: cheap ones first.
[[nodiscard]] std::vector<std::unique_ptr<Analyzer>> makeAnalyzers();

} // namespace core::forensics
