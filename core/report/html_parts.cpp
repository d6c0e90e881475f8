// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_parts.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace core::report {

namespace {

constexpr double kRowSpace = 3;
constexpr double kParagraphSpace = 10;
constexpr double kHeadingSpace = 26;

QString table(const QStringList& cells, const std::vector<int>& shares, const QString& style) {
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"2\"><tr>");
    for (qsizetype i = 0; i < cells.size(); ++i)
        html += QStringLiteral("<td width=\"%1%\" style=\"%2\">%3</td>")
                    .arg(shares[static_cast<std::size_t>(i)])
                    .arg(style, cells[i]);
    return html + QStringLiteral("</tr></table>");
}

bool isHidden(QChar character) {
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

} // namespace

QString reportText(const char* text) {
    QString translated = QCoreApplication::translate("Report", text);
    // A number and its percent sign stay on one line.
    return translated.replace(" % ", QStringLiteral("\u00a0% "));
}

QString visible(const QString& text) {
    QString shown;
    for (const QChar character : text) {
        if (character == '\n' || character == '\t')
            shown += ' ';
        else if (isHidden(character))
            shown += QStringLiteral("[U+%1]").arg(character.unicode(), 4, 16, QChar('0')).toUpper();
        else
            shown += character;
    }
    return shown;
}

QString escaped(const QString& text) {
    return visible(text).toHtmlEscaped();
}

QString escaped(const std::string& text) {
    return escaped(QString::fromStdString(text));
}

Piece heading(const QString& html) {
    return {QStringLiteral("<div style=\"font-size:23px; font-weight:bold\">%1</div>").arg(html),
            kHeadingSpace, true};
}

Piece paragraph(const QString& html) {
    return {QStringLiteral("<div>%1</div>").arg(html), kParagraphSpace};
}

Piece smallPrint(const QString& html) {
    return {QStringLiteral("<div style=\"font-size:16px\">%1</div>").arg(html), kRowSpace};
}

Piece bullet(const QString& html) {
    return tableRow({QStringLiteral("•"), html}, {3, 97});
}

Piece tableRow(const QStringList& cells, const std::vector<int>& shares) {
    return {table(cells, shares, {}), kRowSpace};
}

Piece tableHead(const QStringList& cells, const std::vector<int>& shares) {
    return {table(cells, shares, QStringLiteral("font-weight:bold")), kRowSpace, true};
}

Piece fact(const QString& name, const QString& value) {
    return tableRow({QStringLiteral("<b>%1</b>").arg(name), value}, {24, 76});
}

Pieces keptTogether(Pieces pieces) {
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        pieces[i].keepsWithNext = true;
    return pieces;
}

QString visibleFileName(const std::string& path) {
    return visible(QFileInfo(QString::fromStdString(path)).fileName());
}

} // namespace core::report
