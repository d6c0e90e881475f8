// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf_dates.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>
#include <optional>

namespace core::report {

namespace {

constexpr qsizetype kXrefEntrySize = 20;  ///< fixed by the format
constexpr qsizetype kXrefOffsetSize = 10; ///< digits at the start of an entry

/// A half-open range of bytes.
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
};

QDateTime utc(std::int64_t unixSeconds) {
    return QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC);
}

/// The number that follows the last occurrence of a word.
std::optional<qsizetype> numberAfterLast(const QByteArray& pdf, const QByteArray& word) {
    const qsizetype at = pdf.lastIndexOf(word);
    if (at < 0)
        return std::nullopt;
    qsizetype begin = at + word.size();
    while (begin < pdf.size() && (pdf[begin] == ' ' || pdf[begin] == '\n'))
        ++begin;
    qsizetype end = begin;
    while (end < pdf.size() && pdf[end] >= '0' && pdf[end] <= '9')
        ++end;
    bool isNumber = false;
    const qsizetype number = pdf.mid(begin, end - begin).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// The entries of the only cross-reference section, which QPdfWriter begins with object 0.
std::optional<Span> xrefEntries(const QByteArray& pdf) {
    const auto start = numberAfterLast(pdf, "startxref");
    if (!start || !pdf.sliced(std::min(*start, pdf.size())).startsWith("xref\n0 "))
        return std::nullopt;
    const qsizetype begin = pdf.indexOf('\n', *start + 5) + 1;
    const qsizetype end = pdf.lastIndexOf("trailer");
    if (begin <= 0 || end < begin || (end - begin) / kXrefEntrySize < 1)
        return std::nullopt;
    return Span{begin, begin + (end - begin) / kXrefEntrySize * kXrefEntrySize};
}

/// The date between "(D:" and ")" in the Info dictionary, which the trailer names.
std::optional<Span> infoDate(const QByteArray& pdf, const Span& entries) {
    const QByteArray trailer = pdf.sliced(entries.end);
    const auto info = numberAfterLast(trailer, "/Info ");
    if (!info || *info >= (entries.end - entries.begin) / kXrefEntrySize)
        return std::nullopt;
    const qsizetype object =
        pdf.mid(entries.begin + *info * kXrefEntrySize, kXrefOffsetSize).toLongLong();
    // A title cannot hold this: in a string, parentheses are escaped.
    const QByteArray mark = "/CreationDate (D:";
    const qsizetype at = pdf.indexOf(mark, object);
    const qsizetype end = pdf.indexOf(')', at + mark.size());
    if (at < 0 || end < 0)
        return std::nullopt;
    return Span{at + mark.size(), end};
}

QByteArray offsetText(qsizetype offset) {
    return QByteArray::number(offset).rightJustified(kXrefOffsetSize, '0');
}

/// Sets the date and moves the offsets of everything behind it.
QByteArray withDate(QByteArray pdf, const QByteArray& date) {
    const auto entries = xrefEntries(pdf);
    const auto span = entries ? infoDate(pdf, *entries) : std::nullopt;
    if (!span)
        return pdf;
    const qsizetype grown = date.size() - (span->end - span->begin);
    for (qsizetype at = entries->begin; at < entries->end; at += kXrefEntrySize) {
        const qsizetype offset = pdf.mid(at, kXrefOffsetSize).toLongLong();
        if (offset > span->begin)
            pdf.replace(at, kXrefOffsetSize, offsetText(offset + grown));
    }
    const qsizetype start = pdf.lastIndexOf("startxref") + qstrlen("startxref\n");
    const qsizetype end = pdf.indexOf('\n', start);
    pdf.replace(start, end - start,
                QByteArray::number(pdf.mid(start, end - start).toLongLong() + grown));
    return pdf.replace(span->begin, span->end - span->begin, date);
}

/// Sets both identifiers of the trailer to a digest of the file without them.
QByteArray withIdentifier(QByteArray pdf) {
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    const qsizetype id = trailer < 0 ? -1 : pdf.indexOf("/ID [", trailer);
    const qsizetype close = id < 0 ? -1 : pdf.indexOf(']', id);
    if (close < 0)
        return pdf;
    pdf.remove(id, close + 1 - id);
    const QByteArray digest =
        QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex().left(32);
    return pdf.insert(id, "/ID [ <" + digest + "> <" + digest + "> ]");
}

/// Without what XML cannot carry.
QString xmlText(const QString& text) {
    QString kept;
    for (const QChar character : text) {
        if (character.isPrint() || character.isSurrogate())
            kept += character;
    }
    return kept.toHtmlEscaped();
}

} // namespace

QByteArray xmpPacket(const QString& title, const QString& creator, const QString& producer,
                     std::int64_t unixSeconds) {
    const QString date = utc(unixSeconds).toString("yyyy-MM-ddTHH:mm:ss") + "Z";
    QString packet = QString::fromUtf8("<?xpacket begin=\"\xEF\xBB\xBF\" "
                                       "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    packet += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
              "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
              "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
              "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
              "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
    packet += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xmlText(title) +
              "</rdf:li></rdf:Alt></dc:title>\n";
    packet += "<xmp:CreatorTool>" + xmlText(creator) + "</xmp:CreatorTool>\n";
    packet += "<xmp:CreateDate>" + date + "</xmp:CreateDate>\n";
    packet += "<xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n";
    packet += "<pdf:Producer>" + xmlText(producer) + "</pdf:Producer>\n";
    packet += "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
              "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
    return packet.toUtf8();
}

QByteArray withFixedDates(QByteArray pdf, std::int64_t unixSeconds) {
    return withIdentifier(
        withDate(std::move(pdf), utc(unixSeconds).toString("yyyyMMddHHmmss").toLatin1() + "Z"));
}

} // namespace core::report
