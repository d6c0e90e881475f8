// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_parts.h"

#include "core/base/readable_bytes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFont>
#include <QFontMetrics>

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

bool isHidden(char32_t character) {
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse ||
           category == QChar::Other_Surrogate;
}

/// The letters that a page can show: those of the report's own font, and, for words, those of fonts
/// that are installed for other scripts. Pictographs of such fonts may be bitmaps, which stay
/// blank.
class Letters {
  public:
    Letters() : m_own(fontWith(QFont::NoFontMerging)), m_all(fontWith(QFont::PreferDefault)) {}

    [[nodiscard]] bool has(char32_t character) const {
        const bool isOfAWord = QChar::isLetterOrNumber(character) || QChar::isMark(character);
        return character < kFirstBeyondAscii || m_own.inFontUcs4(character) ||
               (isOfAWord && m_all.inFontUcs4(character));
    }

  private:
    static constexpr char32_t kFirstBeyondAscii = 0x80;

    static QFont fontWith(QFont::StyleStrategy strategy) {
        QFont font("DejaVu Sans");
        font.setStyleStrategy(strategy);
        return font;
    }

    QFontMetrics m_own;
    QFontMetrics m_all;
};

} // namespace

QString reportText(const char* text) {
    QString translated = QCoreApplication::translate("Report", text);
    // A number and its percent sign stay on one line.
    return translated.replace(" % ", QStringLiteral("\u00a0% "));
}

QString visible(const QString& text) {
    const Letters letters;
    QString shown;
    for (const char32_t character : text.toUcs4()) {
        if (character == '\n' || character == '\t' || character == ' ')
            shown += ' ';
        else if (isHidden(character) || !letters.has(character))
            shown += QStringLiteral("[U+%1]").arg(uint{character}, 4, 16, QChar('0')).toUpper();
        else
            shown += QString::fromUcs4(&character, 1);
    }
    return shown;
}

QString escaped(const QString& text) {
    return visible(text).toHtmlEscaped();
}

QString escaped(const std::string& text) {
    return escaped(QString::fromStdString(readableBytes(text)));
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
    return visible(QFileInfo(QString::fromStdString(readableBytes(path))).fileName());
}

} // namespace core::report
