// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/examination/vocabulary.h"
#include "core/exports/xml_text.h"

#include <QString>
#include <QXmlStreamWriter>

#include <utility>

namespace core::exports {

namespace {

constexpr OutputKind kDfxml{"a DFXML file of Clueglass", "<?xml version=\"1.0\"",
                            "<program>Clueglass</program>"};

/// Digital Forensics XML: a file object for each exhibit.
/// @source https://github.com/dfxml-working-group/dfxml_schema, version 1.2.0
class Dfxml : public ExportWriter {
  public:
    explicit Dfxml(OutputFile file) : m_file(std::move(file)), m_xml(&m_text) {}

    Result<void> begin(const CaseFacts& facts) override {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeStartElement("dfxml");
        m_xml.writeDefaultNamespace(
            "http://www.forensicswiki.org/wiki/Category:Digital_Forensics_XML");
        m_xml.writeNamespace("http://purl.org/dc/elements/1.1/", "dc");
        m_xml.writeNamespace("urn:clueglass:dfxml", "clueglass");
        m_xml.writeAttribute("version", "1.2.0");
        m_xml.writeStartElement("metadata");
        m_xml.writeTextElement("http://purl.org/dc/elements/1.1/", "type", "Case export");
        m_xml.writeEndElement();
        m_xml.writeStartElement("creator");
        m_xml.writeTextElement("program", "Clueglass");
        m_xml.writeEndElement();
        m_xml.writeStartElement("source");
        m_xml.writeTextElement("image_filename", xmlText(facts.name));
        m_xml.writeEndElement();
        extra("log_head", QString::fromStdString(facts.logHead));
        return flush();
    }

    Result<std::string> add(const ExportedExhibit& one) override {
        const cases::Exhibit& exhibit = one.exhibit;
        m_xml.writeStartElement("fileobject");
        m_xml.writeTextElement("filename", xmlText(exhibit.receivedPath));
        m_xml.writeTextElement("id", QString::number(exhibit.number));
        m_xml.writeTextElement("name_type", "r"); // a regular file
        m_xml.writeTextElement("filesize", QString::number(exhibit.bytes));
        if (!exhibit.modifiedAt.empty())
            m_xml.writeTextElement("mtime", xmlText(exhibit.modifiedAt));
        hash("md5", exhibit.md5);
        hash("sha256", exhibit.sha256);
        extra("file", xmlText(textOf(one.file)));
        extra("received_at", xmlText(exhibit.receivedAt));
        extra("state", QString::fromStdString(stateWord(exhibit.state)));
        if (one.examination) {
            extra("verdict", xmlWord(examination::wordFor(one.examination->verdict)));
            extra("p_fake", QString::number(one.examination->pFake, 'g', 17));
        }
        if (one.marks.conclusion) {
            extra("conclusion", xmlWord(examination::wordFor(one.marks.conclusion->verdict)));
            extra("conclusion_reasons", xmlText(one.marks.conclusion->reasons));
        }
        if (!one.marks.note.empty())
            extra("note", xmlText(one.marks.note));
        if (exhibit.error)
            extra("error", xmlText(exhibit.error->message));
        m_xml.writeEndElement();
        if (auto flushed = flush(); !flushed)
            return tl::unexpected(flushed.error());
        return std::string();
    }

    Result<void> end(Exported& /*exported*/) override {
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        if (auto flushed = flush(); !flushed)
            return flushed;
        return m_file.commit();
    }

  private:
    void hash(const char* type, const std::string& digest) {
        m_xml.writeStartElement("hashdigest");
        m_xml.writeAttribute("type", type);
        m_xml.writeCharacters(QString::fromStdString(digest));
        m_xml.writeEndElement();
    }

    /// What DFXML has no element for.
    void extra(const char* name, const QString& text) {
        m_xml.writeTextElement("urn:clueglass:dfxml", name, text);
    }

    /// What was written so far goes to the file, so that little stays in memory.
    Result<void> flush() {
        auto written = m_file.write(m_text.toStdString());
        m_text.clear();
        return written;
    }

    OutputFile m_file;
    QString m_text;
    QXmlStreamWriter m_xml;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeDfxml(const ExportPlace& place) {
    auto file = OutputFile::create(place.target, kDfxml, place.evidence);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<Dfxml>(std::move(*file));
}

} // namespace core::exports
