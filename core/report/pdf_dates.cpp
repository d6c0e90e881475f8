// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf_dates.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace core::report {

namespace {

/// Overwrites what stands between two marks, up to the length of both.
void overwrite(QByteArray& pdf, const QByteArray& before, const QByteArray& after,
               const QByteArray& text) {
    for (qsizetype at = pdf.indexOf(before); at >= 0; at = pdf.indexOf(before, at + 1)) {
        const qsizetype begin = at + before.size();
        const qsizetype end = pdf.indexOf(after, begin);
        if (end < 0)
            return;
        const qsizetype length = std::min(end - begin, text.size());
        std::copy_n(text.begin(), length, pdf.begin() + begin);
    }
}

} // namespace

QByteArray withFixedDates(QByteArray pdf, std::int64_t unixSeconds) {
    const QDateTime when = QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC);
    const QByteArray compact = when.toString("yyyyMMddHHmmss").toLatin1() + "+00'00'";
    const QByteArray extended = when.toString("yyyy-MM-ddTHH:mm:ss").toLatin1() + "+00:00";
    overwrite(pdf, "/CreationDate (D:", ")", compact);
    for (const char* tag : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) {
        overwrite(pdf, QByteArray("<") + tag + ">", "<", extended);
        overwrite(pdf, QByteArray(tag) + "=\"", "\"", extended);
    }
    const QByteArray id =
        QCryptographicHash::hash(QByteArray::number(static_cast<qlonglong>(unixSeconds)),
                                 QCryptographicHash::Sha256)
            .toHex();
    overwrite(pdf, "uuid:", "\"", id);
    overwrite(pdf, "uuid:", "<", id);
    overwrite(pdf, "/ID [ <", ">", id);
    overwrite(pdf, "> <", "> ]", id);
    return pdf;
}

} // namespace core::report
