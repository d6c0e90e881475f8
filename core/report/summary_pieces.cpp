// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summary_pieces.h"

#include "core/report/exhibit_pieces.h"
#include "core/report/html_parts.h"

#include <QDateTime>

namespace core::report {

namespace {

const std::vector<int> kExhibitShares = {5, 57, 38};

Pieces introduction(const std::vector<ReportItem>& items, const ReportOptions& options) {
    const QString title =
        options.title.empty()
            ? reportText(QT_TRANSLATE_NOOP("Report", "Picture examination report"))
            : escaped(options.title);
    const QDateTime when = QDateTime::fromSecsSinceEpoch(options.createdAtUnixSeconds, Qt::UTC);
    Pieces pieces = {
        {QStringLiteral("<div style=\"font-size:42px; font-weight:bold\">%1</div>").arg(title)},
        fact(reportText(QT_TRANSLATE_NOOP("Report", "Written")),
             when.toString("yyyy-MM-dd HH:mm:ss") + " UTC")};
    pieces.back().spaceBefore = 20;
    if (!options.examiner.empty())
        pieces.push_back(
            fact(reportText(QT_TRANSLATE_NOOP("Report", "Examiner")), escaped(options.examiner)));
    pieces.push_back(
        fact(reportText(QT_TRANSLATE_NOOP("Report", "Exhibits")), QString::number(items.size())));
    pieces.push_back(paragraph(reportText(QT_TRANSLATE_NOOP(
        "Report", "Clueglass examined each picture for traces of generation and manipulation. "
                  "A verdict is a probability with stated thresholds, not a proof; each "
                  "exhibit's pages name the clues, where they are, who says them and what "
                  "limits the result. The files were only read."))));
    return pieces;
}

Piece exhibitRow(const ReportItem& item, int number) {
    const examination::Examination& examination = *item.examination;
    return tableRow({QString::number(number),
                     visibleFileName(examination.source.path).toHtmlEscaped() +
                         QStringLiteral("<br/><span style=\"font-size:14px\">%1</span>")
                             .arg(escaped(examination.source.sha256)),
                     shapedVerdict(examination)},
                    kExhibitShares);
}

} // namespace

Pieces summaryPieces(const std::vector<ReportItem>& items, const ReportOptions& options) {
    Pieces pieces = introduction(items, options);
    pieces.push_back(tableHead({reportText(QT_TRANSLATE_NOOP("Report", "No.")),
                                reportText(QT_TRANSLATE_NOOP("Report", "File and SHA-256")),
                                reportText(QT_TRANSLATE_NOOP("Report", "Verdict"))},
                               kExhibitShares));
    pieces.back().spaceBefore = 26;
    for (std::size_t i = 0; i < items.size(); ++i)
        pieces.push_back(exhibitRow(items[i], static_cast<int>(i) + 1));
    if (options.leftOut.empty())
        return pieces;
    pieces.push_back(heading(reportText(QT_TRANSLATE_NOOP("Report", "Not examined, and why"))));
    for (const LeftOutFile& file : options.leftOut)
        pieces.push_back(tableRow({escaped(file.path), escaped(file.reason)}, {45, 55}));
    return pieces;
}

} // namespace core::report
