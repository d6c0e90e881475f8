// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/translated_words.h"

#include "core/clues/clue_catalog.h"
#include "core/clues/support_sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <utility>

namespace core::report {

using namespace examination;

namespace {

QString word(const char* text) {
    return QCoreApplication::translate("Words", text);
}

/// The language of the interface decides, not the system's locale: the two may differ.
char decimalPoint() {
    //: The decimal separator of your language: "." or ",".
    const QString point = QCoreApplication::translate("Words", ".");
    return point == "," ? ',' : '.';
}

QString translatedSentence(const std::string& id, const std::map<std::string, double>& numbers,
                           const std::map<std::string, std::string>& quotes,
                           const std::string& otherwise) {
    const char* sentence = clues::clueSentence(id);
    if (sentence == nullptr)
        return QString::fromStdString(otherwise);
    const QString translated = QCoreApplication::translate("ClueCatalog", sentence);
    return QString::fromStdString(
        clues::filled(translated.toStdString(), numbers, quotes, decimalPoint()));
}

} // namespace

QString verdictWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::Real:
        return word(QT_TRANSLATE_NOOP("Words", "Photograph"));
    case Verdict::Fake:
        return word(QT_TRANSLATE_NOOP("Words", "Fake"));
    case Verdict::Inconclusive:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Inconclusive"));
}

QString verdictLetter(Verdict verdict) {
    switch (verdict) {
    case Verdict::Real:
        //: One letter for "Photograph" on a badge
        return QCoreApplication::translate("Words", "P", "badge");
    case Verdict::Fake:
        //: One letter for "Fake" on a badge
        return QCoreApplication::translate("Words", "F", "badge");
    case Verdict::Inconclusive:
        break;
    }
    return "?";
}

QString mannerWord(Manner manner) {
    switch (manner) {
    case Manner::AiGenerated:
        return word(QT_TRANSLATE_NOOP("Words", "AI-generated"));
    case Manner::FaceSwap:
        return word(QT_TRANSLATE_NOOP("Words", "Face swap"));
    case Manner::Splice:
        return word(QT_TRANSLATE_NOOP("Words", "Splice"));
    case Manner::CopyMove:
        return word(QT_TRANSLATE_NOOP("Words", "Copy-move"));
    case Manner::Inpainting:
        return word(QT_TRANSLATE_NOOP("Words", "Inpainting"));
    case Manner::Edited:
        return word(QT_TRANSLATE_NOOP("Words", "Edited"));
    case Manner::Unknown:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Unknown manner"));
}

QString categoryWord(Category category) {
    switch (category) {
    case Category::Animal:
        return word(QT_TRANSLATE_NOOP("Words", "Animal"));
    case Category::Object:
        return word(QT_TRANSLATE_NOOP("Words", "Object"));
    case Category::Scenery:
        return word(QT_TRANSLATE_NOOP("Words", "Scenery"));
    case Category::Human:
        return word(QT_TRANSLATE_NOOP("Words", "Human"));
    case Category::Satellite:
        return word(QT_TRANSLATE_NOOP("Words", "Satellite picture"));
    case Category::Document:
        return word(QT_TRANSLATE_NOOP("Words", "Document"));
    case Category::Face:
        return word(QT_TRANSLATE_NOOP("Words", "Face"));
    case Category::Unknown:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Not determined"));
}

QString clueKindWord(ClueKind kind) {
    static const std::array<std::pair<ClueKind, const char*>, 13> kWords = {{
        {ClueKind::Texture, QT_TRANSLATE_NOOP("Words", "Texture")},
        {ClueKind::Geometry, QT_TRANSLATE_NOOP("Words", "Geometry")},
        {ClueKind::Lighting, QT_TRANSLATE_NOOP("Words", "Lighting")},
        {ClueKind::Color, QT_TRANSLATE_NOOP("Words", "Color")},
        {ClueKind::Anatomy, QT_TRANSLATE_NOOP("Words", "Anatomy")},
        {ClueKind::Text, QT_TRANSLATE_NOOP("Words", "Text")},
        {ClueKind::Noise, QT_TRANSLATE_NOOP("Words", "Noise")},
        {ClueKind::Compression, QT_TRANSLATE_NOOP("Words", "Compression")},
        {ClueKind::Resampling, QT_TRANSLATE_NOOP("Words", "Resampling")},
        {ClueKind::Duplication, QT_TRANSLATE_NOOP("Words", "Duplication")},
        {ClueKind::Spectrum, QT_TRANSLATE_NOOP("Words", "Spectrum")},
        {ClueKind::Provenance, QT_TRANSLATE_NOOP("Words", "Provenance")},
        {ClueKind::Metadata, QT_TRANSLATE_NOOP("Words", "Metadata")},
    }};
    for (const auto& [known, text] : kWords) {
        if (known == kind)
            return word(text);
    }
    return {};
}

QString clueSourceWord(ClueSource source) {
    switch (source) {
    case ClueSource::Model:
        return word(QT_TRANSLATE_NOOP("Words", "said by the model"));
    case ClueSource::Measurement:
        return word(QT_TRANSLATE_NOOP("Words", "measured"));
    case ClueSource::File:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "stated by the file"));
}

QString directionWord(Direction direction) {
    switch (direction) {
    case Direction::Fake:
        return word(QT_TRANSLATE_NOOP("Words", "toward fake"));
    case Direction::Real:
        return word(QT_TRANSLATE_NOOP("Words", "toward photograph"));
    case Direction::Neutral:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "neutral"));
}

QString analyzerWord(const std::string& name) {
    static const std::array<std::pair<std::string_view, const char*>, 21> kWords = {{
        {"error_level", QT_TRANSLATE_NOOP("Words", "Error level")},
        {"jpeg_ghost", QT_TRANSLATE_NOOP("Words", "JPEG ghosts")},
        {"double_quantization", QT_TRANSLATE_NOOP("Words", "Double quantization")},
        {"noise_residual", QT_TRANSLATE_NOOP("Words", "Noise level")},
        {"copy_move", QT_TRANSLATE_NOOP("Words", "Copy-move")},
        {"resampling", QT_TRANSLATE_NOOP("Words", "Resampling")},
        {"color_filter_array", QT_TRANSLATE_NOOP("Words", "Color filter array")},
        {"spectrum", QT_TRANSLATE_NOOP("Words", "Power spectrum")},
        {"collage", QT_TRANSLATE_NOOP("Words", "Panels")},
        {"residual", QT_TRANSLATE_NOOP("Words", "Fine texture")},
        {"whole", QT_TRANSLATE_NOOP("Words", "Structure of the whole")},
        {"learned", QT_TRANSLATE_NOOP("Words", "Foreign parts")},
        {"file_form", QT_TRANSLATE_NOOP("Words", "Form of the file")},
        {"read", QT_TRANSLATE_NOOP("Words", "Reading the file")},
        {"decode", QT_TRANSLATE_NOOP("Words", "Decoding")},
        {"load", QT_TRANSLATE_NOOP("Words", "Loading the engine")},
        {"plots", QT_TRANSLATE_NOOP("Words", "Preparing plots")},
        {"provenance", QT_TRANSLATE_NOOP("Words", "Reading metadata")},
        {"engine", QT_TRANSLATE_NOOP("Words", "The engine as a whole")},
        {"check", QT_TRANSLATE_NOOP("Words", "Checking the regions")},
        {"total", QT_TRANSLATE_NOOP("Words", "Everything together")},
    }};
    for (const auto& [known, text] : kWords) {
        if (known == name)
            return word(text);
    }
    return QString::fromStdString(name);
}

QString numberText(double value) {
    return QString::number(value, 'g', 4).replace('.', QLatin1Char(decimalPoint()));
}

QString clueText(const Clue& clue) {
    return translatedSentence(clue.templateId, clue.evidence, clue.quotes, clue.text);
}

QString reasonText(const Measurement& measurement) {
    return translatedSentence(measurement.reasonId, measurement.parameters, {}, measurement.reason);
}

QString percentText(double probability) {
    const auto percent = std::lround(100 * probability);
    return percent >= 100 ? QStringLiteral("> 99")
           : percent <= 0 ? QStringLiteral("< 1")
                          : QString::number(percent);
}

QString basisWord(examination::Basis basis) {
    switch (basis) {
    case examination::Basis::Pixels:
        return word(QT_TRANSLATE_NOOP("Words", "Pixels"));
    case examination::Basis::FileForm:
        return word(QT_TRANSLATE_NOOP("Words", "Form of the file"));
    case examination::Basis::File:
        return word(QT_TRANSLATE_NOOP("Words", "Stated by the file"));
    case examination::Basis::Watermark:
        return word(QT_TRANSLATE_NOOP("Words", "Watermark"));
    case examination::Basis::Credentials:
        return word(QT_TRANSLATE_NOOP("Words", "Signed credentials"));
    case examination::Basis::Model:
        break;
    }
    return word(QT_TRANSLATE_NOOP("Words", "Language model"));
}

QString basisNote(const Examination& examination) {
    switch (examination.verdictBasis) {
    case examination::Basis::File:
        return QCoreApplication::translate(
            "Words", "Such a statement is not signed: it can be added or removed by hand.");
    case examination::Basis::Watermark:
        return QCoreApplication::translate(
            "Words", "A program can put such a mark into any picture, and strong changes of the "
                     "picture remove it.");
    case examination::Basis::Credentials:
        return QCoreApplication::translate(
            "Words", "A signed statement can be removed, but not changed unnoticed.");
    default:
        return {};
    }
}

namespace {

/// The first part of a headline whose verdict is stated; empty for all others.
QString statedVerdict(const Examination& examination) {
    const auto& origin = examination.provenance.origin;
    if (!origin || origin->basis != examination.verdictBasis)
        return {};
    const QString by = QString::fromStdString(origin->by);
    const bool isPart = origin->extent == examination::OriginExtent::Part;
    switch (origin->basis) {
    case examination::Basis::Watermark:
        return QCoreApplication::translate("Words",
                                           "Fake, by a watermark: the pixels carry the one of %1.")
            .arg(by);
    case examination::Basis::Credentials:
        if (origin->direction == examination::Direction::Real)
            return QCoreApplication::translate("Words",
                                               "Photograph, signed by %1 as taken with a camera.")
                .arg(by);
        return (isPart ? QCoreApplication::translate(
                             "Words", "Fake in part, signed by %1 as changed with a generator.")
                       : QCoreApplication::translate("Words",
                                                     "Fake, signed by %1 as made by a generator."))
            .arg(by);
    default:
        break;
    }
    if (by.isEmpty())
        return isPart ? QCoreApplication::translate(
                            "Words", "Fake in part, stated by the file: it declares generated "
                                     "parts.")
                      : QCoreApplication::translate(
                            "Words", "Fake, stated by the file: it declares a generator as its "
                                     "origin.");
    return (isPart ? QCoreApplication::translate(
                         "Words", "Fake in part, stated by the file: it was changed with %1.")
                   : QCoreApplication::translate("Words", "Fake, stated by the file: it names %1."))
        .arg(by);
}

} // namespace

namespace {

/// Without a verdict: what the support leans to, if anything.
QString inconclusiveSentence(const Examination& examination) {
    const QString percent = percentText(examination.pFake);
    if (!examination.inconclusiveReason.empty())
        return QCoreApplication::translate(
            "Words", "Inconclusive: this picture cannot be judged from its pixels.");
    const Direction direction =
        examination.support ? examination.support->direction : Direction::Neutral;
    if (direction == Direction::Fake)
        return QCoreApplication::translate(
                   "Words", "Inconclusive, leaning toward generated (probability of a fake %1 %).")
            .arg(percent);
    if (direction == Direction::Real)
        return QCoreApplication::translate("Words", "Inconclusive, leaning toward a photograph "
                                                    "(probability of a fake %1 %).")
            .arg(percent);
    return QCoreApplication::translate("Words", "Inconclusive: the evidence points neither way "
                                                "(probability of a fake %1 %).")
        .arg(percent);
}

} // namespace

QString verdictSentence(const Examination& examination) {
    const QString percent = percentText(examination.pFake);
    if (const QString stated = statedVerdict(examination); !stated.isEmpty()) {
        const QString alone =
            examination.inconclusiveReason.empty()
                ? QCoreApplication::translate("Words",
                                              "Without that, the probability of a fake is %1 %.")
                      .arg(percent)
                : QCoreApplication::translate("Words", "Without that, there is no verdict.");
        return stated + ' ' + alone;
    }
    switch (examination.verdict) {
    case Verdict::Fake:
        return QCoreApplication::translate("Words", "Fake, with a probability of %1 %.")
            .arg(percent);
    case Verdict::Real:
        return QCoreApplication::translate(
                   "Words", "No sign of generation found (probability of a fake %1 %).")
            .arg(percent);
    case Verdict::Inconclusive:
        break;
    }
    return inconclusiveSentence(examination);
}

QString supportText(const Examination& examination) {
    if (!examination.support)
        return {};
    const clues::SupportSentence sentence = clues::supportSentence(*examination.support);
    return translatedSentence(sentence.templateId, sentence.numbers, {}, sentence.text());
}

QString inconclusiveText(const Examination& examination) {
    for (const Clue& clue : examination.clues) {
        if (clue.text == examination.inconclusiveReason)
            return clueText(clue);
    }
    return QString::fromStdString(examination.inconclusiveReason);
}

} // namespace core::report
