// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/clue_notes.h"

#include "core/report/translated_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace core::report {

using namespace examination;

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("ClueNotes", source);
}

QString twoDigits(double value) {
    // Rounded first: numberText gives significant digits.
    return numberText(std::round(value * 100) / 100);
}

QString quantityWord(const std::string& quantity) {
    if (quantity == "noise_level")
        return text(QT_TRANSLATE_NOOP("ClueNotes", "noise"));
    if (quantity == "detail")
        return text(QT_TRANSLATE_NOOP("ClueNotes", "detail"));
    return analyzerWord(quantity);
}

QString agreementText(Agreement agreement) {
    switch (agreement) {
    case Agreement::Agrees:
        return text(QT_TRANSLATE_NOOP("ClueNotes", "the measurements agree"));
    case Agreement::Conflicts:
        return text(QT_TRANSLATE_NOOP("ClueNotes", "the measurements contradict this"));
    case Agreement::Neither:
        return text(QT_TRANSLATE_NOOP("ClueNotes", "the measurements show nothing unusual"));
    case Agreement::NotMeasured:
        break;
    }
    return {};
}

QString statusText(RegionStatus status) {
    switch (status) {
    case RegionStatus::Supported:
        return text(QT_TRANSLATE_NOOP("ClueNotes", "supported by its region"));
    case RegionStatus::NotTied:
        return text(QT_TRANSLATE_NOOP("ClueNotes", "not tied to its region"));
    case RegionStatus::Contradicted:
        return text(QT_TRANSLATE_NOOP("ClueNotes", "contradicted by its region"));
    case RegionStatus::Unchecked:
        break;
    }
    return text(QT_TRANSLATE_NOOP("ClueNotes", "region not checked"));
}

} // namespace

QString groundingText(const Clue& clue) {
    if (!clue.grounding)
        return {};
    if (clue.grounding->extent == GroundingExtent::NotTied)
        return text(QT_TRANSLATE_NOOP(
            "ClueNotes", "not tied to a place: attention went to tokens that draw it always"));
    if (clue.regions.empty())
        return text(QT_TRANSLATE_NOOP("ClueNotes", "about no place in particular"));
    return statusText(clue.grounding->status);
}

QString checkText(const Clue& clue) {
    if (!clue.grounding || !clue.grounding->numbers.contains("sentence_blur"))
        return {};
    const auto& numbers = clue.grounding->numbers;
    const double loss = std::min(numbers.at("sentence_blur"), numbers.at("sentence_mean"));
    QString result =
        text(QT_TRANSLATE_NOOP("ClueNotes",
                               "without the region the model loses %1 nats per token of it"))
            .arg(twoDigits(loss));
    if (const auto p = numbers.find("p_blur"); p != numbers.end())
        result += text(QT_TRANSLATE_NOOP("ClueNotes", " (p = %1 against %2 other places)"))
                      .arg(twoDigits(std::max(p->second, numbers.at("p_mean"))))
                      .arg(std::lround(numbers.at("controls")));
    return result;
}

QString measuredText(const Clue& clue) {
    QStringList parts;
    for (const PlaceMeasurement& place : clue.measured) {
        const bool isTile = place.quantity == "noise_level" || place.quantity == "detail";
        if (isTile && place.picture > 0)
            parts << text(QT_TRANSLATE_NOOP("ClueNotes", "%1 is %2 times the picture's median"))
                         .arg(quantityWord(place.quantity), twoDigits(place.ratio));
        else if (!isTile && std::abs(place.inside - place.picture) >= 0.1)
            parts << text(QT_TRANSLATE_NOOP("ClueNotes", "%1: %2 here, %3 in the picture"))
                         .arg(quantityWord(place.quantity), twoDigits(place.inside),
                              twoDigits(place.picture));
    }
    if (parts.isEmpty())
        return {};
    const QString agreement = agreementText(clue.agreement);
    if (!agreement.isEmpty())
        parts << agreement;
    return text(QT_TRANSLATE_NOOP("ClueNotes", "measured here: %1")).arg(parts.join("; "));
}

QString unfinishedText(const Clue& clue) {
    return clue.isUnfinished
               ? text(QT_TRANSLATE_NOOP("ClueNotes", "unfinished: the answer was cut here"))
               : QString();
}

QString repetitionText(const Clue& clue) {
    if (!clue.repetition.isBoilerplate)
        return clue.repetition.isStock
                   ? text(QT_TRANSLATE_NOOP("ClueNotes", "a stock phrase of this kind of model"))
                   : QString();
    return text(QT_TRANSLATE_NOOP("ClueNotes", "said of %1 of %2 pictures, whatever they show"))
        .arg(clue.repetition.said)
        .arg(clue.repetition.pictures);
}

QStringList clueNotes(const Clue& clue) {
    QStringList notes = {unfinishedText(clue), groundingText(clue), checkText(clue),
                         measuredText(clue), repetitionText(clue)};
    notes.removeAll(QString());
    return notes;
}

QString secondOpinionText(const Examination& examination) {
    if (!examination.secondOpinion)
        return {};
    const SecondOpinion& opinion = *examination.secondOpinion;
    const QString said =
        text(QT_TRANSLATE_NOOP("ClueNotes", "Second engine (%1): %2, %3 %"))
            .arg(QString::fromStdString(opinion.engine.name), verdictWord(opinion.verdict))
            .arg(percentText(opinion.pFake));
    if (!opinion.isConflict)
        return said;
    return said + ' ' +
           text(QT_TRANSLATE_NOOP("ClueNotes", "The engines contradict each other; the first alone "
                                               "gave %1 %."))
               .arg(percentText(opinion.pFakeAlone));
}

} // namespace core::report
