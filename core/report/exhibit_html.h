// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf_report.h"

#include <QString>
#include <QStringList>

namespace core::report {

/// The report's pages about one picture, as the HTML subset of QTextDocument. Every word that comes
/// from a file or a model is escaped.
/// @param number    of the exhibit, from 1
/// @param pictures  names of the document's images: the picture and its overlay; empty without
/// @param problem   why there is no picture; empty when there is one
[[nodiscard]] QString exhibitHtml(const ReportItem& item, int number, const QStringList& pictures,
                                  const QString& problem);

/// The first page: what this is, who made it, the list of exhibits.
[[nodiscard]] QString summaryHtml(const std::vector<ReportItem>& items,
                                  const ReportOptions& options);

/// What this very result does not tell: one sentence each.
[[nodiscard]] QStringList limitSentences(const examination::Examination& examination);

} // namespace core::report
