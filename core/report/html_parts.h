// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/page_flow.h"

#include <QString>
#include <QStringList>

#include <string>

namespace core::report {

// What the report's pages are put together from. Text is HTML where nothing else is said.

/// The translated text of the context "Report".
[[nodiscard]] QString reportText(const char* text);

/// Text from a file, a model or a person with characters that are invisible or turn the direction
/// of reading written out, as [U+202E], and so those for which no installed font has a letter.
/// Plain text.
[[nodiscard]] QString visible(const QString& text);

/// The same, safe to stand in HTML.
[[nodiscard]] QString escaped(const QString& text);
[[nodiscard]] QString escaped(const std::string& text);

[[nodiscard]] Piece heading(const QString& html);
[[nodiscard]] Piece paragraph(const QString& html);
[[nodiscard]] Piece smallPrint(const QString& html);
[[nodiscard]] Piece bullet(const QString& html);

/// One row of a table, a piece of its own, so that it never breaks across pages.
/// @param cells   HTML
/// @param shares  width of each column in percent of the page
[[nodiscard]] Piece tableRow(const QStringList& cells, const std::vector<int>& shares);
[[nodiscard]] Piece tableHead(const QStringList& cells, const std::vector<int>& shares);

/// A name in bold and its value.
[[nodiscard]] Piece fact(const QString& name, const QString& value);

/// Makes pieces stay on one page, as far as one page holds them.
[[nodiscard]] Pieces keptTogether(Pieces pieces);

/// A file's visible name without its folders. Plain text.
[[nodiscard]] QString visibleFileName(const std::string& path);

} // namespace core::report
