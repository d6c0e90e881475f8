// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/export_writer.h"

#include "core/exports/xml_text.h"
#include "core/image/document.h"
#include "core/report/examiner_words.h"
#include "core/report/overlay_painter.h"
#include "core/report/picture_image.h"
#include "core/report/translated_words.h"

#include <QBuffer>
#include <QXmlStreamWriter>

#include <algorithm>
#include <utility>

namespace core::exports {

namespace {

constexpr OutputKind kHtml{"a page of Clueglass", "<!DOCTYPE html>",
                           "name=\"generator\" content=\"Clueglass\""};
constexpr int kPictureSide = 1200; ///< pixels of the longer side at most
constexpr int kMapSide = 600;

/// Nothing is loaded from anywhere and nothing is run, whatever stands in the texts.
constexpr const char* kPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

constexpr const char* kStyle =
    "body{font-family:sans-serif;max-width:75em;margin:2em auto;padding:0 1em}"
    "section{border-top:1px solid #888;margin-top:2em}"
    "bdi,dd,li{white-space:pre-wrap;overflow-wrap:anywhere}"
    ".picture{position:relative;display:inline-block;max-width:100%;margin-top:.5em}"
    ".picture img{display:block;max-width:100%;max-height:80vh}"
    ".picture img.heatmap,.picture svg{position:absolute;left:0;top:0;width:100%;height:100%}"
    ".heat:not(:checked)~.picture .heatmap,.regions:not(:checked)~.picture svg{display:none}"
    "polygon{fill:none;stroke:#fff;stroke-width:2;vector-effect:non-scaling-stroke;"
    "paint-order:stroke}polygon.ground{stroke:#000;stroke-width:4}"
    "text{fill:#fff;stroke:#000;stroke-width:.15em;paint-order:stroke;font-weight:bold}"
    "dt{font-weight:bold;margin-top:.5em}";

QString dataUri(const QImage& picture, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    constexpr int kQuality = 85; // PNG is without loss at any
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, format, kQuality))
        return {};
    return QStringLiteral("data:image/%1;base64,").arg(QString(format).toLower()) +
           QString::fromLatin1(bytes.toBase64());
}

QString numberOf(double value) {
    return QString::number(value, 'g', 8);
}

/// One file that shows the case in any browser, without a network and without a script.
class HtmlPage : public ExportWriter {
  public:
    explicit HtmlPage(OutputFile file) : m_file(std::move(file)), m_html(&m_text) {}

    Result<void> begin(const CaseFacts& facts) override {
        m_html.writeDTD("<!DOCTYPE html>");
        m_html.writeStartElement("html");
        m_html.writeAttribute("lang", "en");
        m_html.writeStartElement("head");
        meta({{"charset", "utf-8"}});
        meta({{"name", "generator"}, {"content", "Clueglass"}});
        meta({{"http-equiv", "Content-Security-Policy"}, {"content", kPolicy}});
        meta({{"name", "viewport"}, {"content", "width=device-width"}});
        m_html.writeTextElement("title", xmlText("Case " + facts.name));
        m_html.writeTextElement("style", kStyle);
        m_html.writeEndElement();
        m_html.writeStartElement("body");
        m_html.writeStartElement("h1");
        m_html.writeCharacters("Case ");
        m_html.writeTextElement("bdi", xmlText(facts.name));
        m_html.writeEndElement();
        m_html.writeStartElement("dl");
        fact("Exhibits", std::to_string(facts.exhibits));
        fact("Head of the case's log", facts.logHead);
        m_html.writeEndElement();
        m_html.writeTextElement(
            "p", "A verdict is a probability with stated thresholds. It is no proof; the clues say "
                 "what it rests on. The files were only read.");
        return flush();
    }

    Result<std::string> add(const ExportedExhibit& one) override {
        m_html.writeStartElement("section");
        m_html.writeStartElement("h2");
        m_html.writeCharacters(QStringLiteral("Exhibit %1: ").arg(one.exhibit.number));
        const std::filesystem::path path = one.exhibit.receivedPath;
        m_html.writeTextElement("bdi", xmlText(path.filename().string()));
        m_html.writeEndElement();
        if (one.examination)
            addFigure(one);
        addFacts(one);
        if (one.examination)
            addClues(*one.examination);
        m_html.writeEndElement();
        if (auto flushed = flush(); !flushed)
            return tl::unexpected(flushed.error());
        return std::string();
    }

    Result<void> end(Exported& /*exported*/) override {
        m_html.writeEndDocument();
        if (auto flushed = flush(); !flushed)
            return flushed;
        return m_file.commit();
    }

  private:
    using Attributes = std::vector<std::pair<const char*, const char*>>;

    void meta(const Attributes& attributes) {
        m_html.writeEmptyElement("meta");
        for (const auto& [name, value] : attributes)
            m_html.writeAttribute(name, value);
    }

    void fact(const char* name, const std::string& value) {
        if (value.empty())
            return;
        m_html.writeTextElement("dt", name);
        m_html.writeStartElement("dd");
        m_html.writeTextElement("bdi", xmlText(value));
        m_html.writeEndElement();
    }

    /// A box that shows and hides what lies over the picture; the style does it.
    void toggle(const char* what, const char* label, std::int64_t exhibit) {
        const QString id = QStringLiteral("%1-%2").arg(what).arg(exhibit);
        m_html.writeEmptyElement("input");
        m_html.writeAttribute("type", "checkbox");
        m_html.writeAttribute("checked", "checked");
        m_html.writeAttribute("class", what);
        m_html.writeAttribute("id", id);
        m_html.writeStartElement("label");
        m_html.writeAttribute("for", id);
        m_html.writeCharacters(label);
        m_html.writeEndElement();
    }

    void addFigure(const ExportedExhibit& one) {
        image::Documents documents;
        const auto document = documents.open(one.file, {});
        if (!document)
            return sayMissing(document.error().message);
        if ((*document)->file().sha256 != one.exhibit.sha256)
            return sayMissing("The file has other bytes than at intake.");
        const auto picture = (*document)->thumbnail(kPictureSide);
        if (!picture)
            return sayMissing(picture.error().message);
        const auto& found = *one.examination;
        m_html.writeStartElement("div");
        toggle("heat", "Heat map", one.exhibit.number);
        toggle("regions", "Regions of the clues", one.exhibit.number);
        m_html.writeEmptyElement("br");
        m_html.writeStartElement("div");
        m_html.writeAttribute("class", "picture");
        const QImage shown = report::toQImage(*picture);
        addImage(dataUri(shown, "JPEG"), "", QStringLiteral("Exhibit %1").arg(one.exhibit.number));
        if (found.map && !found.map->isEmpty())
            addImage(
                dataUri(report::heatImage(*found.map, shown.size().scaled(kMapSide, kMapSide,
                                                                          Qt::KeepAspectRatio)),
                        "PNG"),
                "heatmap", "Heat map");
        addRegions(found);
        m_html.writeEndElement();
        m_html.writeEndElement();
    }

    void sayMissing(const std::string& reason) {
        m_html.writeTextElement("p", xmlText("The picture cannot be shown. " + reason));
    }

    void addImage(const QString& source, const QString& style, const QString& text) {
        m_html.writeEmptyElement("img");
        m_html.writeAttribute("src", source);
        m_html.writeAttribute("alt", text);
        if (!style.isEmpty())
            m_html.writeAttribute("class", style);
    }

    /// Outlines in the picture's own pixels, numbered as the clues are.
    void addRegions(const examination::Examination& found) {
        m_html.writeStartElement("svg");
        m_html.writeAttribute(
            "viewBox",
            QStringLiteral("0 0 %1 %2").arg(found.source.width).arg(found.source.height));
        const double letters = std::max(found.source.width, found.source.height) / 40.0;
        for (std::size_t i = 0; i < found.clues.size(); ++i) {
            if (!examination::hasOutline(found.clues[i]))
                continue;
            for (const Region& region : found.clues[i].regions) {
                const QPolygonF outline = report::outlineOf(region);
                for (const char* style : {"ground", "line"})
                    addOutline(outline, style);
                m_html.writeStartElement("text");
                m_html.writeAttribute("x", numberOf(region.box.x + letters / 4));
                m_html.writeAttribute("y", numberOf(region.box.y + letters));
                m_html.writeAttribute("font-size", numberOf(letters));
                m_html.writeCharacters(QString::number(i + 1));
                m_html.writeEndElement();
            }
        }
        m_html.writeEndElement();
    }

    void addOutline(const QPolygonF& outline, const char* style) {
        QStringList points;
        for (const QPointF& point : outline)
            points << numberOf(point.x()) + ',' + numberOf(point.y());
        m_html.writeEmptyElement("polygon");
        m_html.writeAttribute("class", style);
        m_html.writeAttribute("points", points.join(' '));
    }

    void addFacts(const ExportedExhibit& one) {
        const cases::Exhibit& exhibit = one.exhibit;
        m_html.writeStartElement("dl");
        if (one.examination) {
            fact("Verdict", report::verdictSentence(*one.examination).toStdString());
            fact("Support", report::supportText(*one.examination).toStdString());
            fact("Why there is no verdict",
                 report::inconclusiveText(*one.examination).toStdString());
        } else {
            fact("Not examined",
                 exhibit.error ? exhibit.error->message : "It was not examined yet.");
        }
        if (one.marks.conclusion)
            fact("Examiner", report::conclusionSentence(*one.marks.conclusion).toStdString());
        fact("Note", one.marks.note);
        std::string tags;
        for (const std::string& tag : one.marks.tags)
            tags += (tags.empty() ? "" : ", ") + tag;
        fact("Tags", tags);
        fact("Received as", exhibit.receivedPath);
        fact("Received at", exhibit.receivedAt);
        fact("SHA-256", exhibit.sha256);
        fact("MD5", exhibit.md5);
        fact("Bytes", std::to_string(exhibit.bytes));
        if (one.examination)
            fact("Engine", one.examination->engine.name + " " + one.examination->engine.version +
                               ", model " + one.examination->engine.model);
        m_html.writeEndElement();
    }

    void addClues(const examination::Examination& found) {
        if (found.clues.empty())
            return;
        m_html.writeTextElement("h3", "Clues");
        m_html.writeStartElement("ol");
        for (const auto& clue : found.clues) {
            m_html.writeStartElement("li");
            m_html.writeTextElement("bdi", xmlText(report::clueText(clue).toStdString()));
            m_html.writeCharacters(QStringLiteral(" (%1, %2)")
                                       .arg(report::clueSourceWord(clue.source),
                                            report::directionWord(clue.direction)));
            m_html.writeEndElement();
        }
        m_html.writeEndElement();
    }

    /// What was written so far goes to the file, so that one exhibit at most stays in memory.
    Result<void> flush() {
        auto written = m_file.write(m_text.toStdString());
        m_text.clear();
        return written;
    }

    OutputFile m_file;
    QString m_text;
    QXmlStreamWriter m_html;
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makeHtmlPage(const ExportPlace& place) {
    auto file = OutputFile::create(place.target, kHtml, place.evidence);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<HtmlPage>(std::move(*file));
}

} // namespace core::exports
