// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/pdf_reader.h"

#include <QProcess>
#include <QStandardPaths>

namespace tests {

namespace {

/// Runs one of poppler's programs on a PDF that it reads from its standard input.
QByteArray poppler(const QString& program, const QStringList& arguments, const QByteArray& pdf) {
    QProcess process;
    process.start(program, arguments);
    process.write(pdf);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

bool hasPoppler() {
    return !QStandardPaths::findExecutable("pdftotext").isEmpty();
}

QString pdfText(const QByteArray& pdf) {
    return QString::fromUtf8(poppler("pdftotext", {"-", "-"}, pdf));
}

QStringList pdfPages(const QByteArray& pdf) {
    QStringList pages = pdfText(pdf).split('\f');
    pages.removeLast();
    return pages;
}

QMap<QString, QString> pdfInfo(const QByteArray& pdf) {
    QMap<QString, QString> info;
    for (const QString& line : QString::fromUtf8(poppler("pdfinfo", {"-"}, pdf)).split('\n'))
        info.insert(line.section(':', 0, 0), line.section(':', 1).trimmed());
    return info;
}

QImage pdfPage(const QByteArray& pdf, int page) {
    const QString number = QString::number(page);
    return QImage::fromData(
        poppler("pdftoppm", {"-r", "72", "-png", "-f", number, "-l", number, "-"}, pdf), "PNG");
}

QStringList pdfWordPlaces(const QByteArray& pdf, int page, const QRegularExpression& word) {
    const QString number = QString::number(page);
    const QString boxes = QString::fromUtf8(
        poppler("pdftotext", {"-bbox", "-f", number, "-l", number, "-", "-"}, pdf));
    static const QRegularExpression kBox("<word xMin=\"([0-9.]+)\"[^>]*>([^<]*)</word>");
    QStringList places;
    for (auto found = kBox.globalMatch(boxes); found.hasNext();) {
        const auto box = found.next();
        if (word.match(box.captured(2)).hasMatch())
            places << box.captured(2) + ' ' + QString::number(qRound(box.captured(1).toDouble()));
    }
    return places;
}

} // namespace tests
