// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/page_flow.h"
#include "core/report/pdf_report.h"

namespace core::report {

/// The first pages: what this is, who made it, the list of exhibits, and what was left out.
[[nodiscard]] Pieces summaryPieces(const std::vector<ReportItem>& items,
                                   const ReportOptions& options);

} // namespace core::report
