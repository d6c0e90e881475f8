// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exhibit_pieces.h"

#include "core/base/readable_bytes.h"
#include "core/clues/sentence_register.h"
#include "core/report/annotation_words.h"
#include "core/report/clue_notes.h"
#include "core/report/credential_words.h"
#include "core/report/html_parts.h"
#include "core/report/translated_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

namespace core::report {

namespace {

using examination::Clue;
using examination::Examination;
using examination::Measurement;

constexpr std::size_t kMostRegionsNamed = 6;
const std::vector<int> kClueShares = {4, 96};
const std::vector<int> kMeasurementShares = {20, 54, 26};

void append(Pieces& pieces, Pieces more) {
    std::move(more.begin(), more.end(), std::back_inserter(pieces));
}

QString small(const QString& html) {
    return QStringLiteral("<span style=\"font-size:16px\">%1</span>").arg(html);
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

QString mannersText(const Examination& examination) {
    std::vector<std::pair<examination::Manner, double>> manners(examination.manner.begin(),
                                                                examination.manner.end());
    std::ranges::stable_sort(manners, std::greater<>{},
                             &std::pair<examination::Manner, double>::second);
    QStringList words;
    for (const auto& [manner, score] : manners)
        words << QStringLiteral("%1 %2 %").arg(mannerWord(manner)).arg(std::lround(100 * score));
    return words.join(", ");
}

Pieces verdictPieces(const Examination& examination) {
    Pieces pieces = {{QStringLiteral("<div style=\"font-size:25px; font-weight:bold\">%1</div>")
                          .arg(shapedVerdict(examination)),
                      12}};
    if (const QString basis = basisNote(examination); !basis.isEmpty())
        pieces.push_back(paragraph(escaped(basis)));
    if (!examination.inconclusiveReason.empty())
        pieces.push_back(paragraph(escaped(inconclusiveText(examination))));
    pieces.push_back(paragraph(
        reportText(
            QT_TRANSLATE_NOOP("Report",
                              "Below %1 % the program calls a picture a photograph, above %2 % "
                              "fake, and between them it decides nothing. The probability refers "
                              "to equal odds before the examination; it is not a proof."))
            .arg(std::lround(100 * examination.thresholds.realBelow))
            .arg(std::lround(100 * examination.thresholds.fakeAbove))));
    if (const QString second = secondOpinionText(examination); !second.isEmpty())
        pieces.push_back(paragraph(escaped(second)));
    if (!examination.manner.empty())
        pieces.push_back(
            paragraph(reportText(QT_TRANSLATE_NOOP("Report", "Support for each kind of fake: %1."))
                          .arg(mannersText(examination))));
    return pieces;
}

QStringList regionNotes(const Clue& clue) {
    if (clue.grounding && clue.grounding->extent == examination::GroundingExtent::NotTied)
        return {};
    if (clue.regions.empty())
        return {reportText(QT_TRANSLATE_NOOP("Report", "whole image"))};
    QStringList notes;
    for (std::size_t i = 0; i < std::min(clue.regions.size(), kMostRegionsNamed); ++i) {
        const Rect& box = clue.regions[i].box;
        const QString note =
            reportText(QT_TRANSLATE_NOOP("Report", "region x %1, y %2, %3 × %4 px"))
                .arg(box.x)
                .arg(box.y)
                .arg(box.width)
                .arg(box.height);
        notes << QString(note).replace(' ', QChar::Nbsp); // stays on one line
    }
    if (clue.regions.size() > kMostRegionsNamed)
        notes << reportText(QT_TRANSLATE_NOOP("Report", "and %1 more regions"))
                     .arg(clue.regions.size() - kMostRegionsNamed);
    return notes;
}

Piece cluePiece(const Clue& clue, int index) {
    const QStringList notes = QStringList{clueKindWord(clue.kind), clueSourceWord(clue.source),
                                          directionWord(clue.direction)} +
                              regionNotes(clue) + clueNotes(clue);
    return tableRow(
        {QStringLiteral("<b>%1</b>").arg(index),
         escaped(clueText(clue)) + "<br/>" + small(escaped(notes.join(QStringLiteral(" · "))))},
        kClueShares);
}

Pieces cluePieces(const Examination& examination) {
    Pieces pieces = {heading(reportText(QT_TRANSLATE_NOOP("Report", "Clues")))};
    for (const std::size_t index : clues::orderOfClues(examination.clues))
        pieces.push_back(cluePiece(examination.clues[index], static_cast<int>(index) + 1));
    if (examination.clues.empty())
        pieces.push_back(paragraph(reportText(
            QT_TRANSLATE_NOOP("Report", "No clue was found with the methods applied."))));
    return pieces;
}

Pieces annotationPieces(const ReportItem& item) {
    if (item.annotations.empty())
        return {};
    Pieces pieces = {heading(
        reportText(QT_TRANSLATE_NOOP("Report", "What the examiner marked in the picture")))};
    for (std::size_t i = 0; i < item.annotations.size(); ++i) {
        const QString link = linkText(item.annotations[i]);
        pieces.push_back(tableRow(
            {QStringLiteral("<b>%1</b>").arg(annotationNumber(i)),
             escaped(annotationSentence(item.annotations[i])) +
                 (link.isEmpty() ? QString() : QStringLiteral("<br/>") + small(escaped(link)))},
            kClueShares));
    }
    return pieces;
}

/// What the ids of a method's clues begin with.
std::string clueFamily(const std::string& analyzer) {
    if (analyzer == "residual") // its clue speaks for texture and structure together
        return "pixels.";
    return analyzer == "file_form" ? "form." : analyzer + ".";
}

/// What became of a method's number: a clue of its kind rests on it, or why none does.
QString outcomeText(const Examination& examination, const Measurement& measurement) {
    const std::string family = clueFamily(measurement.analyzer);
    const bool hasClue = std::ranges::any_of(
        examination.clues, [&](const Clue& clue) { return clue.templateId.starts_with(family); });
    if (hasClue)
        return reportText(QT_TRANSLATE_NOOP("Report", "See the clues above."));
    if (measurement.value < measurement.referenceLow ||
        measurement.value > measurement.referenceHigh)
        return reportText(QT_TRANSLATE_NOOP(
            "Report", "Outside the usual range, but no clue rests on it; method applicable."));
    return reportText(QT_TRANSLATE_NOOP("Report", "Nothing conspicuous found; method applicable."));
}

QString usualText(const Measurement& measurement) {
    const QString low = numberText(measurement.referenceLow);
    const QString high = numberText(measurement.referenceHigh);
    return low == high ? low : reportText(QT_TRANSLATE_NOOP("Report", "%1 to %2")).arg(low, high);
}

Piece measurementPiece(const Examination& examination, const Measurement& measurement) {
    const QString method = escaped(analyzerWord(measurement.analyzer));
    if (!measurement.applies)
        return tableRow({method,
                         reportText(QT_TRANSLATE_NOOP("Report", "Does not apply: %1"))
                             .arg(escaped(reasonText(measurement))),
                         {}},
                        kMeasurementShares);
    const QString value = QStringLiteral("%1 (%2)").arg(numberText(measurement.value),
                                                        escaped(measurement.statistic));
    return tableRow(
        {method, value + "<br/>" + outcomeText(examination, measurement), usualText(measurement)},
        kMeasurementShares);
}

Pieces measurementPieces(const Examination& examination) {
    if (examination.measurements.empty())
        return {};
    Pieces pieces = {heading(reportText(QT_TRANSLATE_NOOP("Report", "Measurements"))),
                     tableHead({reportText(QT_TRANSLATE_NOOP("Report", "Method")),
                                reportText(QT_TRANSLATE_NOOP("Report", "Result")),
                                reportText(QT_TRANSLATE_NOOP("Report", "Usual on photographs"))},
                               kMeasurementShares)};
    for (const Measurement& measurement : examination.measurements)
        pieces.push_back(measurementPiece(examination, measurement));
    return pieces;
}

Pieces provenancePieces(const examination::ProvenanceRecord& provenance) {
    const auto stated = [](const std::optional<std::string>& text) {
        return text ? escaped(*text) : reportText(QT_TRANSLATE_NOOP("Report", "not stated"));
    };
    Pieces pieces = {
        fact(reportText(QT_TRANSLATE_NOOP("Report", "The file states")),
             reportText(
                 QT_TRANSLATE_NOOP("Report", "camera: %1; taken: %2; software: %3; generator: %4"))
                 .arg(stated(provenance.camera), stated(provenance.capturedAt),
                      stated(provenance.software), stated(provenance.generator)))};
    append(pieces, credentialPieces(provenance.c2pa));
    return pieces;
}

Pieces filePieces(const Examination& examination) {
    const examination::Source& source = examination.source;
    Pieces pieces = {
        heading(reportText(QT_TRANSLATE_NOOP("Report", "File"))),
        fact(reportText(QT_TRANSLATE_NOOP("Report", "File as received")), escaped(source.path)),
        fact("SHA-256", escaped(source.sha256)),
        fact(reportText(QT_TRANSLATE_NOOP("Report", "Size and format")),
             reportText(QT_TRANSLATE_NOOP("Report", "%1 bytes, %2, %3 × %4 px upright, %5 bits"))
                 .arg(source.bytes)
                 .arg(escaped(source.format).toUpper())
                 .arg(source.width)
                 .arg(source.height)
                 .arg(source.bitsPerSample))};
    for (const std::string& warning : source.warnings)
        pieces.push_back(fact(reportText(QT_TRANSLATE_NOOP("Report", "Note")), escaped(warning)));
    append(pieces, provenancePieces(examination.provenance));
    return pieces;
}

/// A word for a shell that stands for exactly this file name.
QString shellQuoted(const std::string& name) {
    QString text = QString::fromStdString(readableBytes(name));
    if (text.startsWith('-'))
        text.prepend("./");
    if (!isUtf8(name)) // $'...' is of bash, zsh and POSIX 2024
        return "$'" + text.replace('\'', "\\'") + '\'';
    return '\'' + text.replace('\'', "'\\''") + '\'';
}

Pieces methodPieces(const Examination& examination) {
    const examination::EngineRecord& engine = examination.engine;
    const std::string name = std::filesystem::path(examination.source.path).filename().string();
    Pieces pieces = {heading(reportText(QT_TRANSLATE_NOOP("Report", "Method"))),
                     fact(reportText(QT_TRANSLATE_NOOP("Report", "Program")),
                          QStringLiteral("Clueglass " CLUEGLASS_VERSION ", Qt ") + qVersion()),
                     fact(reportText(QT_TRANSLATE_NOOP("Report", "Engine")),
                          escaped(engine.name + " " + engine.version + ", " + engine.device + ", " +
                                  engine.precision)),
                     fact(reportText(QT_TRANSLATE_NOOP("Report", "Model")), escaped(engine.model)),
                     fact(reportText(QT_TRANSLATE_NOOP("Report", "Model SHA-256")),
                          escaped(engine.modelSha256))};
    if (!engine.prompt.empty())
        pieces.push_back(fact(reportText(QT_TRANSLATE_NOOP("Report", "Question to the model")),
                              escaped(engine.prompt)));
    if (!engine.promptForm.empty())
        pieces.push_back(fact(reportText(QT_TRANSLATE_NOOP("Report", "Form of the question")),
                              escaped(engine.promptForm)));
    for (const examination::PromptReading& reading : examination.promptReadings)
        pieces.push_back(
            fact(reportText(QT_TRANSLATE_NOOP("Report", "Probability of a fake, asked so")),
                 escaped(QStringLiteral("%1 (%2, %3)")
                             .arg(QLocale().toString(reading.pFake, 'f', 3),
                                  QString::fromStdString(reading.form),
                                  QString::fromStdString(reading.separator)))));
    pieces.push_back(
        fact(reportText(QT_TRANSLATE_NOOP("Report", "To repeat it")),
             escaped(QStringLiteral("clueglass-cli analyze --json --engine %1 %2")
                         .arg(QString::fromStdString(engine.name), shellQuoted(name)))));
    if (examination.answer)
        pieces.push_back(
            fact(reportText(QT_TRANSLATE_NOOP("Report", "The model's answer, verbatim")),
                 escaped(*examination.answer)));
    return pieces;
}

Pieces limitPieces(const Examination& examination) {
    Pieces pieces = {heading(reportText(QT_TRANSLATE_NOOP("Report", "Limits of this result")))};
    for (const QString& sentence : limitSentences(examination))
        pieces.push_back(bullet(escaped(sentence)));
    return pieces;
}

} // namespace

QString exhibitName(const ReportItem& item, int number) {
    return reportText(QT_TRANSLATE_NOOP("Report", "Exhibit %1: %2"))
        .arg(QString::number(number), visibleFileName(item.examination->source.path));
}

QString shapedVerdict(const Examination& examination) {
    const QString sentence = escaped(verdictSentence(examination));
    // A number and its percent sign stay on one line.
    return verdictShape(examination.verdict) + ' ' + QString(sentence).replace(" %", "&nbsp;%");
}

QStringList limitSentences(const Examination& examination) {
    QStringList limits;
    for (const Rect& box : examination.notExamined)
        limits << reportText(QT_TRANSLATE_NOOP(
                                 "Report",
                                 "The engine never saw the area x %1, y %2, %3 × %4 px (hatched)."))
                      .arg(box.x)
                      .arg(box.y)
                      .arg(box.width)
                      .arg(box.height);
    if (std::ranges::any_of(examination.clues,
                            [](const Clue& clue) { return clue.grounding.has_value(); }))
        limits << reportText(QT_TRANSLATE_NOOP(
            "Report",
            "Regions of a model's sentences show where it looked while it said them, to about one "
            "of its image cells. Only a check by occlusion tells whether the place matters to the "
            "sentence, and no check tells whether the sentence is true."));
    limits << reportText(QT_TRANSLATE_NOOP(
        "Report", "Finding no trace does not establish that a picture is a photograph as taken."));
    limits << reportText(QT_TRANSLATE_NOOP(
        "Report",
        "Generators and editing methods that were not among the training and test pictures "
        "may go unnoticed; the model's record names what was covered."));
    if (examination.source.format == "jpeg" || examination.source.format == "webp")
        limits << reportText(QT_TRANSLATE_NOOP("Report",
                                               "The file is compressed with loss, which hides fine "
                                               "traces; repeated saving hides more."));
    limits << reportText(QT_TRANSLATE_NOOP(
        "Report",
        "Metadata are quoted as the file states them. Content Credentials were checked with what "
        "the file holds and the given lists; no network was used."));
    return limits;
}

Pieces exhibitPieces(const ReportItem& item, int number, const Pieces& figure) {
    const Examination& examination = *item.examination;
    Pieces pieces = {{QStringLiteral("<div style=\"font-size:29px; font-weight:bold\">%1</div>")
                          .arg(exhibitName(item, number).toHtmlEscaped())}};
    append(pieces, verdictPieces(examination));
    append(pieces, figure);
    append(pieces, cluePieces(examination));
    append(pieces, annotationPieces(item));
    if (!item.examinerNote.empty()) {
        pieces.push_back(heading(reportText(QT_TRANSLATE_NOOP("Report", "Examiner's note"))));
        pieces.push_back(paragraph(escaped(item.examinerNote)));
    }
    append(pieces, measurementPieces(examination));
    append(pieces, keptTogether(filePieces(examination)));
    append(pieces, methodPieces(examination));
    append(pieces, keptTogether(limitPieces(examination)));
    return pieces;
}

} // namespace core::report
