// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exhibit_html.h"

#include "core/report/translated_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace core::report {

namespace {

using examination::Clue;
using examination::Examination;
using examination::Measurement;

QString say(const char* text) {
    return QCoreApplication::translate("Report", text);
}

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td width=\"26%\"><b>%1</b></td><td>%2</td></tr>").arg(name, value);
}

QString heading(const char* text) {
    return QStringLiteral("<h3>%1</h3>").arg(say(text));
}

QString table(const QString& rows) {
    return QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"2\">%1</table>")
        .arg(rows);
}

/// Long hashes and paths have no place to break a line otherwise.
QString breakable(QString text, int every = 8) {
    for (qsizetype at = every; at < text.size(); at += every + 1)
        text.insert(at, QChar(0x200b));
    return text;
}

QString number(double value) {
    return QLocale().toString(value, 'g', 4);
}

/// The shapes of the badges on screen, as characters of the report's font.
QString verdictShape(examination::Verdict verdict) {
    switch (verdict) {
    case examination::Verdict::Real:
        return QStringLiteral("●");
    case examination::Verdict::Fake:
        return QStringLiteral("▲");
    case examination::Verdict::Inconclusive:
        break;
    }
    return QStringLiteral("■");
}

QString verdictHtml(const Examination& examination) {
    QString html =
        QStringLiteral("<p style=\"font-size:13pt\"><b>%1 %2</b></p>")
            .arg(verdictShape(examination.verdict), verdictSentence(examination).toHtmlEscaped());
    html += QStringLiteral("<p>%1</p>")
                .arg(say(QT_TRANSLATE_NOOP(
                             "Report",
                             "Below %1 % the program calls a picture a photograph, above %2 % "
                             "fake, and between them it decides nothing. The probability refers "
                             "to equal odds before the examination; it is not a proof."))
                         .arg(std::lround(100 * examination.thresholds.realBelow))
                         .arg(std::lround(100 * examination.thresholds.fakeAbove)));
    QStringList manners;
    for (const auto& [manner, score] : examination.manner)
        manners
            << QStringLiteral("%1 (%2 %)").arg(mannerWord(manner)).arg(std::lround(100 * score));
    if (!manners.isEmpty())
        html += QStringLiteral("<p>%1</p>")
                    .arg(say(QT_TRANSLATE_NOOP("Report", "The evidence points to: %1."))
                             .arg(manners.join(", ")));
    return html;
}

QString clueHtml(const Clue& clue, int index) {
    QStringList notes = {clueKindWord(clue.kind), clueSourceWord(clue.source),
                         directionWord(clue.direction)};
    if (clue.regions.empty()) {
        notes << say(QT_TRANSLATE_NOOP("Report", "whole image"));
    } else {
        const Rect& box = clue.regions.front().box;
        notes << say(QT_TRANSLATE_NOOP("Report", "region x %1, y %2, %3 × %4 px"))
                     .arg(box.x)
                     .arg(box.y)
                     .arg(box.width)
                     .arg(box.height);
    }
    return QStringLiteral("<tr><td width=\"5%\" align=\"right\"><b>%1</b>&nbsp;</td><td>%2<br/>"
                          "<span style=\"font-size:7pt\">%3</span></td></tr>")
        .arg(index)
        .arg(clueText(clue).toHtmlEscaped(), notes.join(QStringLiteral(" · ")).toHtmlEscaped());
}

QString cluesHtml(const Examination& examination) {
    if (examination.clues.empty())
        return QStringLiteral("<p>%1</p>")
            .arg(say(QT_TRANSLATE_NOOP("Report", "No clue was found with the methods applied.")));
    QString rows;
    int index = 0;
    for (const Clue& clue : examination.clues)
        rows += clueHtml(clue, ++index);
    return table(rows);
}

QString measurementRow(const Measurement& measurement, bool hasFinding) {
    QString value;
    QString usual;
    if (measurement.applies) {
        value = QStringLiteral("%1 (%2)").arg(number(measurement.value),
                                              escaped(measurement.statistic));
        usual = say(QT_TRANSLATE_NOOP("Report", "%1 to %2"))
                    .arg(number(measurement.referenceLow), number(measurement.referenceHigh));
        value += "<br/>" + (hasFinding
                                ? say(QT_TRANSLATE_NOOP("Report", "See the clues above."))
                                : say(QT_TRANSLATE_NOOP(
                                      "Report", "Nothing conspicuous found; method applicable.")));
    } else {
        value = say(QT_TRANSLATE_NOOP("Report", "Does not apply: %1"))
                    .arg(reasonText(measurement).toHtmlEscaped());
    }
    return QStringLiteral("<tr><td width=\"24%\">%1</td><td width=\"54%\">%2</td><td>%3</td></tr>")
        .arg(analyzerWord(measurement.analyzer).toHtmlEscaped(), value, usual);
}

/// A method has a finding when one of the clues came out of its map or speaks of its kind.
bool hasFinding(const Examination& examination, const Measurement& measurement) {
    return std::ranges::any_of(examination.clues, [&](const Clue& clue) {
        return clue.templateId.starts_with(measurement.analyzer + ".") &&
               clue.direction != examination::Direction::Neutral;
    });
}

QString measurementsHtml(const Examination& examination) {
    QString rows = QStringLiteral("<tr><td><b>%1</b></td><td><b>%2</b></td><td><b>%3</b></td></tr>")
                       .arg(say(QT_TRANSLATE_NOOP("Report", "Method")),
                            say(QT_TRANSLATE_NOOP("Report", "Result")),
                            say(QT_TRANSLATE_NOOP("Report", "Usual on photographs")));
    for (const Measurement& measurement : examination.measurements)
        rows += measurementRow(measurement, hasFinding(examination, measurement));
    return table(rows);
}

QString fileHtml(const Examination& examination) {
    const examination::Source& source = examination.source;
    QString rows = row(say(QT_TRANSLATE_NOOP("Report", "File as received")),
                       breakable(QString::fromStdString(source.path), 40).toHtmlEscaped());
    rows += row("SHA-256", breakable(QString::fromStdString(source.sha256)));
    rows += row(say(QT_TRANSLATE_NOOP("Report", "Size and format")),
                say(QT_TRANSLATE_NOOP("Report", "%1 bytes, %2, %3 × %4 px upright, %5 bits"))
                    .arg(source.bytes)
                    .arg(escaped(source.format).toUpper())
                    .arg(source.width)
                    .arg(source.height)
                    .arg(source.bitsPerSample));
    for (const std::string& warning : source.warnings)
        rows += row(say(QT_TRANSLATE_NOOP("Report", "Note")), escaped(warning));
    const examination::ProvenanceRecord& provenance = examination.provenance;
    const auto stated = [](const std::optional<std::string>& text) {
        return text ? escaped(*text) : say(QT_TRANSLATE_NOOP("Report", "not stated"));
    };
    rows +=
        row(say(QT_TRANSLATE_NOOP("Report", "The file states")),
            say(QT_TRANSLATE_NOOP("Report", "camera: %1; taken: %2; software: %3; generator: %4"))
                .arg(stated(provenance.camera), stated(provenance.capturedAt),
                     stated(provenance.software), stated(provenance.generator)));
    rows += row(say(QT_TRANSLATE_NOOP("Report", "Content credentials")),
                provenance.c2pa.present
                    ? say(QT_TRANSLATE_NOOP("Report", "present, state: %1"))
                          .arg(escaped(provenance.c2pa.state))
                    : say(QT_TRANSLATE_NOOP("Report", "none; their absence says nothing")));
    return table(rows);
}

QString engineHtml(const Examination& examination) {
    const examination::EngineRecord& engine = examination.engine;
    QString rows = row(say(QT_TRANSLATE_NOOP("Report", "Engine")),
                       escaped(engine.name + " " + engine.version + ", " + engine.device + ", " +
                               engine.precision));
    rows += row(say(QT_TRANSLATE_NOOP("Report", "Model")), escaped(engine.model));
    rows += row(say(QT_TRANSLATE_NOOP("Report", "Model SHA-256")),
                breakable(QString::fromStdString(engine.modelSha256)));
    if (!engine.prompt.empty())
        rows +=
            row(say(QT_TRANSLATE_NOOP("Report", "Question to the model")), escaped(engine.prompt));
    rows += row(
        say(QT_TRANSLATE_NOOP("Report", "To repeat it")),
        QStringLiteral("clueglass-cli analyze --json --engine %1 \"%2\"")
            .arg(escaped(engine.name), QFileInfo(QString::fromStdString(examination.source.path))
                                           .fileName()
                                           .toHtmlEscaped()));
    if (examination.answer)
        rows += row(say(QT_TRANSLATE_NOOP("Report", "The model's answer, verbatim")),
                    escaped(*examination.answer));
    return table(rows);
}

QString list(const QStringList& sentences) {
    QString html = "<ul>";
    for (const QString& sentence : sentences)
        html += "<li>" + sentence.toHtmlEscaped() + "</li>";
    return html + "</ul>";
}

} // namespace

QStringList limitSentences(const Examination& examination) {
    QStringList limits;
    if (!examination.inconclusiveReason.empty())
        limits << (examination.clues.empty()
                       ? QString::fromStdString(examination.inconclusiveReason)
                       : clueText(examination.clues.front()));
    for (const Rect& box : examination.notExamined)
        limits << say(QT_TRANSLATE_NOOP(
                          "Report",
                          "The engine never saw the area x %1, y %2, %3 × %4 px (hatched)."))
                      .arg(box.x)
                      .arg(box.y)
                      .arg(box.width)
                      .arg(box.height);
    limits << say(QT_TRANSLATE_NOOP(
        "Report", "Finding no trace does not establish that a picture is a photograph as taken."));
    limits << say(QT_TRANSLATE_NOOP(
        "Report",
        "Generators and editing methods that were not among the training and test pictures "
        "may go unnoticed; the model's record names what was covered."));
    if (examination.source.format == "jpeg" || examination.source.format == "webp")
        limits << say(QT_TRANSLATE_NOOP("Report",
                                        "The file is compressed with loss, which hides fine "
                                        "traces; repeated saving hides more."));
    limits << say(QT_TRANSLATE_NOOP(
        "Report",
        "Metadata and content credentials are quoted as the file states them; they were not "
        "validated, and no network was used."));
    return limits;
}

QString exhibitHtml(const ReportItem& item, int number, const QStringList& pictures,
                    const QString& problem) {
    const Examination& examination = *item.examination;
    const QString name = QFileInfo(QString::fromStdString(examination.source.path)).fileName();
    QString html = QStringLiteral("<h2 style=\"page-break-before:always\">%1</h2>")
                       .arg(say(QT_TRANSLATE_NOOP("Report", "Exhibit %1: %2"))
                                .arg(number)
                                .arg(breakable(name, 40).toHtmlEscaped()));
    html += verdictHtml(examination);
    if (!problem.isEmpty())
        html += "<p><b>" + problem.toHtmlEscaped() + "</b></p>";
    QString cells;
    for (const QString& picture : pictures)
        cells += QStringLiteral("<td align=\"center\"><img src=\"%1\"/></td>").arg(picture);
    if (!cells.isEmpty()) {
        html += QStringLiteral("<table width=\"100%\"><tr>%1</tr></table>").arg(cells);
        if (pictures.size() > 1)
            html += QStringLiteral("<p style=\"font-size:7pt\">%1</p>")
                        .arg(say(QT_TRANSLATE_NOOP(
                            "Report",
                            "Left: the picture. Right: the same with the engine's map (bright "
                            "yellow stands out most) and the regions of the numbered clues.")));
    }
    html += heading(QT_TRANSLATE_NOOP("Report", "Clues")) + cluesHtml(examination);
    if (!item.examinerNote.empty())
        html += heading(QT_TRANSLATE_NOOP("Report", "Examiner's note")) + "<p>" +
                escaped(item.examinerNote) + "</p>";
    html += heading(QT_TRANSLATE_NOOP("Report", "Measurements")) + measurementsHtml(examination);
    html += heading(QT_TRANSLATE_NOOP("Report", "File")) + fileHtml(examination);
    html += heading(QT_TRANSLATE_NOOP("Report", "Method")) + engineHtml(examination);
    html += heading(QT_TRANSLATE_NOOP("Report", "Limits of this result")) +
            list(limitSentences(examination));
    return html;
}

QString summaryHtml(const std::vector<ReportItem>& items, const ReportOptions& options) {
    const QString title = options.title.empty()
                              ? say(QT_TRANSLATE_NOOP("Report", "Picture examination report"))
                              : QString::fromStdString(options.title);
    QString html = "<h1>" + title.toHtmlEscaped() + "</h1>";
    const QDateTime when = QDateTime::fromSecsSinceEpoch(options.createdAtUnixSeconds, Qt::UTC);
    QString rows = row(say(QT_TRANSLATE_NOOP("Report", "Written")),
                       QLocale().toString(when, "yyyy-MM-dd HH:mm:ss") + " UTC");
    if (!options.examiner.empty())
        rows += row(say(QT_TRANSLATE_NOOP("Report", "Examiner")), escaped(options.examiner));
    rows += row(say(QT_TRANSLATE_NOOP("Report", "Exhibits")), QString::number(items.size()));
    html += table(rows);
    html += QStringLiteral("<p>%1</p>")
                .arg(say(QT_TRANSLATE_NOOP(
                    "Report",
                    "Clueglass examined each picture for traces of generation and manipulation. "
                    "A verdict is a probability with stated thresholds, not a proof; each "
                    "exhibit's pages name the clues, where they are, who says them and what "
                    "limits the result. The files were only read.")));
    rows =
        QStringLiteral("<tr><td><b>%1</b></td><td><b>%2</b></td><td><b>%3</b></td></tr>")
            .arg(say(QT_TRANSLATE_NOOP("Report", "No.")), say(QT_TRANSLATE_NOOP("Report", "File")),
                 say(QT_TRANSLATE_NOOP("Report", "Verdict")));
    int index = 0;
    for (const ReportItem& item : items) {
        const Examination& examination = *item.examination;
        const QString name = QFileInfo(QString::fromStdString(examination.source.path)).fileName();
        rows += QStringLiteral(
                    "<tr><td width=\"6%\">%1</td><td width=\"44%\">%2</td><td>%3 %4</td></tr>")
                    .arg(++index)
                    .arg(breakable(name, 30).toHtmlEscaped(), verdictShape(examination.verdict),
                         verdictSentence(examination).toHtmlEscaped());
    }
    return html + table(rows);
}

} // namespace core::report
