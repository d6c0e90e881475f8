// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/page_flow.h"
#include "core/report/pdf_report.h"

#include <QString>
#include <QStringList>

namespace core::report {

/// The report's pages about one picture. Every word that comes from a file or a model is escaped.
/// @param number  of the exhibit, from 1
/// @param figure  the picture with its overlay, or what stands in their place
[[nodiscard]] Pieces exhibitPieces(const ReportItem& item, int number, const Pieces& figure);

/// "Exhibit 3: name.jpg", as plain text.
[[nodiscard]] QString exhibitName(const ReportItem& item, int number);

/// The verdict with the shape that stands for it, as HTML.
[[nodiscard]] QString shapedVerdict(const examination::Examination& examination);

/// What this very result does not tell: one sentence each, as plain text.
[[nodiscard]] QStringList limitSentences(const examination::Examination& examination);

} // namespace core::report
