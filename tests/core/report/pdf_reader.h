// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QMap>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace tests {

// What poppler reads out of a PDF. A test that needs it must be skipped without poppler-utils.

[[nodiscard]] bool hasPoppler();

/// The text of all pages, in reading order, pages separated by form feeds.
[[nodiscard]] QString pdfText(const QByteArray& pdf);

[[nodiscard]] QStringList pdfPages(const QByteArray& pdf);

/// Key and value of each line that pdfinfo prints.
[[nodiscard]] QMap<QString, QString> pdfInfo(const QByteArray& pdf);

/// A page as it prints, at 72 dots per inch. @param page  from 1
[[nodiscard]] QImage pdfPage(const QByteArray& pdf, int page);

/// Each word of a page that fits, with its distance from the left edge in whole points.
/// @param page  from 1
[[nodiscard]] QStringList pdfWordPlaces(const QByteArray& pdf, int page,
                                        const QRegularExpression& word);

} // namespace tests
