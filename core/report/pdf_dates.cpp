// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf_dates.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <QDateTime>

#include <exception>

namespace core::report {

namespace {

QDateTime utc(std::int64_t unixSeconds) {
    return QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC);
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
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        QPDFObjectHandle info = document.getTrailer().getKey("/Info");
        if (!info.isDictionary())
            return pdf;
        info.replaceKey(
            "/CreationDate",
            QPDFObjectHandle::newString(
                "D:" + utc(unixSeconds).toString("yyyyMMddHHmmss").toStdString() + "Z"));
        document.getTrailer().removeKey("/ID"); // of which the writer would keep half
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setObjectStreamMode(qpdf_o_disable); // PDF/A-1 knows none
        writer.setNewlineBeforeEndstream(true);     // and wants this
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(bytes->getBuffer()),
                static_cast<qsizetype>(bytes->getSize())};
    } catch (const std::exception&) { // no PDF that can be read
        return pdf;
    }
}

} // namespace core::report
