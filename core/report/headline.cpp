// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/headline.h"

#include "core/clues/clue_catalog.h"
#include "core/clues/plain_sentences.h"
#include "core/examination/joined_verdict.h"
#include "core/report/translated_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace core::report {

using namespace examination;

namespace {

constexpr const char* kLocallyChanged =
    QT_TRANSLATE_NOOP("Headline", "As a whole it looks like a photograph, but a part may have been "
                                  "changed: see the first clue.");

QString text(const char* source) {
    return QCoreApplication::translate("Headline", source);
}

bool isStated(Basis basis) {
    return basis == Basis::File || basis == Basis::Watermark || basis == Basis::Credentials;
}

/// The kind of fake with the most support, when any is supported at all.
Manner mainManner(const Examination& examination) {
    const auto most = std::ranges::max_element(examination.manner, {},
                                               [](const auto& entry) { return entry.second; });
    return most == examination.manner.end() ? Manner::Unknown : most->first;
}

Direction leaning(const Examination& examination) {
    return examination.inconclusiveReason.empty() && examination.support
               ? examination.support->direction
               : Direction::Neutral;
}

/// What the clues of this result are read for.
Direction wantedDirection(const Examination& examination) {
    switch (examination.verdict) {
    case Verdict::Fake:
        return Direction::Fake;
    case Verdict::Real:
        return Direction::Real;
    case Verdict::Inconclusive:
        break;
    }
    return leaning(examination);
}

const Clue* clueOfReason(const Examination& examination) {
    const auto found =
        std::ranges::find(examination.clues, examination.inconclusiveReason, &Clue::text);
    return examination.inconclusiveReason.empty() || found == examination.clues.end() ? nullptr
                                                                                      : &*found;
}

/// Whether the clue says what the banner of the stated origin says.
bool isOfBanner(const Clue& clue, const Examination& examination) {
    const auto& origin = examination.provenance.origin;
    if (!origin || origin->direction == Direction::Neutral)
        return false;
    const std::string_view id = clue.templateId;
    switch (origin->basis) {
    case Basis::File:
        return id == "file.generator_named" || id == "file.generator_edited";
    case Basis::Watermark:
        return id == "file.watermark";
    case Basis::Credentials:
        return id == "file.credentials_signed_generation" ||
               id == "file.credentials_signed_capture";
    default:
        return false;
    }
}

/// A model that gave no usable answer: its sentences stand in the answer, not among the clues.
bool isUnusable(const Clue& clue, const Examination& examination) {
    return clue.source == ClueSource::Model && examination.verdictBasis == Basis::Model &&
           !examination.inconclusiveReason.empty();
}

/// A place that was measured to be changed: it matters whatever the picture as a whole looks like.
bool isLocalFake(const Clue& clue) {
    return clue.direction == Direction::Fake && clue.source == ClueSource::Measurement &&
           !clue.regions.empty();
}

bool hasLocalFake(const Examination& examination) {
    return std::ranges::any_of(examination.clues, isLocalFake);
}

/// Smaller comes first.
int rankOf(const Clue& clue, const Examination& examination) {
    if (clue.isUnfinished || clue.repetition.isBoilerplate || clue.repetition.isStock)
        return 4;
    const Direction wanted = wantedDirection(examination);
    if (wanted != Direction::Fake && isLocalFake(clue))
        return 0;
    if (clue.direction == Direction::Neutral)
        return 3;
    return wanted == Direction::Neutral || clue.direction == wanted ? 1 : 2;
}

} // namespace

Tone toneOf(const Examination& examination) {
    if (examination.verdict == Verdict::Fake)
        return Tone::Generated;
    if (examination.verdict == Verdict::Real)
        return Tone::NoSign;
    switch (leaning(examination)) {
    case Direction::Fake:
        return Tone::LeansGenerated;
    case Direction::Real:
        return Tone::LeansPhotograph;
    case Direction::Neutral:
        break;
    }
    return Tone::Neutral;
}

QString headlineWord(const Examination& examination) {
    switch (toneOf(examination)) {
    case Tone::Generated: {
        const auto& origin = examination.provenance.origin;
        if (origin && origin->basis == examination.verdictBasis &&
            origin->extent == OriginExtent::Part)
            return text(QT_TRANSLATE_NOOP("Headline", "Generated in part"));
        const Manner manner = mainManner(examination);
        return manner == Manner::AiGenerated || manner == Manner::Unknown
                   ? text(QT_TRANSLATE_NOOP("Headline", "Generated"))
                   : text(QT_TRANSLATE_NOOP("Headline", "Manipulated"));
    }
    case Tone::NoSign:
        return examination.verdictBasis == Basis::Credentials
                   ? text(QT_TRANSLATE_NOOP("Headline", "Signed as taken with a camera"))
                   : text(QT_TRANSLATE_NOOP("Headline", "No sign of generation"));
    case Tone::LeansGenerated:
        return text(QT_TRANSLATE_NOOP("Headline", "Leans toward generated"));
    case Tone::LeansPhotograph:
        return text(QT_TRANSLATE_NOOP("Headline", "Leans toward a photograph"));
    case Tone::Neutral:
        break;
    }
    return text(QT_TRANSLATE_NOOP("Headline", "Inconclusive"));
}

QString headlineBasis(const Examination& examination) {
    switch (examination.verdictBasis) {
    case Basis::Pixels:
        return restsOnFormAsWell(examination)
                   ? text(QT_TRANSLATE_NOOP("Headline",
                                            "Judged from the pixels and the form of the file"))
                   : text(QT_TRANSLATE_NOOP("Headline", "Judged from the pixels"));
    case Basis::FileForm:
        return text(QT_TRANSLATE_NOOP("Headline", "Judged from the form of the file"));
    case Basis::File:
        return text(QT_TRANSLATE_NOOP("Headline", "Rests on what the file says"));
    case Basis::Watermark:
        return text(QT_TRANSLATE_NOOP("Headline", "Rests on a hidden watermark"));
    case Basis::Credentials:
        return text(QT_TRANSLATE_NOOP("Headline", "Rests on signed credentials"));
    case Basis::Model:
        break;
    }
    return text(QT_TRANSLATE_NOOP("Headline", "Said by a language model"));
}

QString headlineReason(const Examination& examination) {
    if (isStated(examination.verdictBasis) && examination.verdict != Verdict::Inconclusive)
        return basisNote(examination);
    if (!examination.inconclusiveReason.empty()) {
        const Clue* reason = clueOfReason(examination);
        return reason != nullptr ? plainClueText(*reason) : inconclusiveText(examination);
    }
    const std::vector<std::size_t> order = cluesThatMatter(examination);
    const auto first = std::ranges::find_if(order, [&](std::size_t clue) {
        return examination.clues[clue].direction == wantedDirection(examination) &&
               examination.clues[clue].direction != Direction::Neutral;
    });
    switch (toneOf(examination)) {
    case Tone::LeansGenerated:
        return text(QT_TRANSLATE_NOOP("Headline", "There are signs of generation, but too few to "
                                                  "say so."));
    case Tone::LeansPhotograph:
        if (hasLocalFake(examination))
            return text(kLocallyChanged);
        return text(QT_TRANSLATE_NOOP("Headline", "Most speaks for a photograph, but too little to "
                                                  "rule out a generator."));
    case Tone::Neutral:
        return text(QT_TRANSLATE_NOOP("Headline", "What was found occurs in photographs and in "
                                                  "generated pictures alike."));
    case Tone::NoSign:
        if (hasLocalFake(examination))
            return text(kLocallyChanged);
        return text(QT_TRANSLATE_NOOP("Headline", "Nothing points to a generator. Local edits are "
                                                  "not ruled out."));
    case Tone::Generated:
        break;
    }
    return first == order.end()
               ? text(QT_TRANSLATE_NOOP("Headline", "The measurements together are those of "
                                                    "generated pictures."))
               : plainClueText(examination.clues[*first]);
}

QString supportHeadline(const Examination& examination) {
    if (!examination.support)
        return {};
    const Support& support = *examination.support;
    if (support.direction == Direction::Neutral)
        return text(QT_TRANSLATE_NOOP("Headline", "Supports neither side"));
    const bool isFake = support.direction == Direction::Fake;
    const double times = isFake ? support.ratio : 1 / support.ratio;
    // Two digits of a number whose interval is wide.
    const double power = std::pow(10, std::floor(std::log10(std::max(1.0, times))) - 1);
    const QString number = numberText(std::round(times / power) * power);
    static const std::pair<SupportStep, std::pair<const char*, const char*>> kSteps[] = {
        {SupportStep::Limited,
         {QT_TRANSLATE_NOOP("Headline", "Limited support for generated: %1 to 1"),
          QT_TRANSLATE_NOOP("Headline", "Limited support for a photograph: %1 to 1")}},
        {SupportStep::Moderate,
         {QT_TRANSLATE_NOOP("Headline", "Moderate support for generated: %1 to 1"),
          QT_TRANSLATE_NOOP("Headline", "Moderate support for a photograph: %1 to 1")}},
        {SupportStep::ModeratelyStrong,
         {QT_TRANSLATE_NOOP("Headline", "Moderately strong support for generated: %1 to 1"),
          QT_TRANSLATE_NOOP("Headline", "Moderately strong support for a photograph: %1 to 1")}},
        {SupportStep::Strong,
         {QT_TRANSLATE_NOOP("Headline", "Strong support for generated: %1 to 1"),
          QT_TRANSLATE_NOOP("Headline", "Strong support for a photograph: %1 to 1")}}};
    for (const auto& [step, words] : kSteps)
        if (step == std::min(support.step, SupportStep::Strong))
            return text(isFake ? words.first : words.second).arg(number);
    return {};
}

std::vector<NextStep> nextSteps(const Examination& examination) {
    if (isStated(examination.verdictBasis) || examination.verdict == Verdict::Real)
        return {};
    std::vector<NextStep> steps;
    const Clue* reason = clueOfReason(examination);
    const std::string_view id = reason != nullptr ? std::string_view(reason->templateId) : "";
    const auto says = [&](std::string_view clue) {
        return std::ranges::any_of(examination.clues,
                                   [clue](const Clue& c) { return c.templateId == clue; });
    };
    if (id == "verdict.incomplete" || id == "verdict.lacks_detail")
        steps.push_back(NextStep::CompleteCopy);
    else if (id == "verdict.too_small" || id == "verdict.few_tiles" || says("verdict.small"))
        steps.push_back(NextStep::LargerCopy);
    if (id != "verdict.graphic" && id != "verdict.computed")
        steps.push_back(NextStep::OriginalFile);
    if (examination.verdict == Verdict::Inconclusive && !examination.secondOpinion)
        steps.push_back(NextStep::AnotherEngine);
    return steps;
}

QString originHeadline(const Examination& examination) {
    const auto& origin = examination.provenance.origin;
    if (!origin || origin->direction == Direction::Neutral)
        return {};
    const QString by = QString::fromStdString(origin->by);
    const bool isPart = origin->extent == OriginExtent::Part;
    switch (origin->basis) {
    case Basis::Watermark:
        return text(QT_TRANSLATE_NOOP("Headline", "The pixels carry the mark of %1")).arg(by);
    case Basis::Credentials:
        if (origin->direction == Direction::Real)
            return text(QT_TRANSLATE_NOOP("Headline", "Signed by %1: taken with a camera")).arg(by);
        return (isPart
                    ? text(QT_TRANSLATE_NOOP("Headline", "Signed by %1: changed with a generator"))
                    : text(QT_TRANSLATE_NOOP("Headline", "Signed by %1: made by a generator")))
            .arg(by);
    default:
        break;
    }
    if (by.isEmpty())
        return isPart ? text(QT_TRANSLATE_NOOP("Headline", "The file says: generated in part"))
                      : text(QT_TRANSLATE_NOOP("Headline", "The file says: made by a generator"));
    return (isPart ? text(QT_TRANSLATE_NOOP("Headline", "The file says: changed with %1"))
                   : text(QT_TRANSLATE_NOOP("Headline", "The file says: made with %1")))
        .arg(by);
}

QString plainClueText(const Clue& clue) {
    const char* sentence = clues::plainSentence(clue.templateId);
    if (sentence == nullptr)
        return clueText(clue);
    const QString translated = QCoreApplication::translate("PlainClues", sentence);
    return QString::fromStdString(
        clues::filled(translated.toStdString(), clue.evidence, clue.quotes));
}

QString clueAdvice(const Clue& clue) {
    const char* sentence = clues::adviceFor(clue);
    return sentence != nullptr ? QCoreApplication::translate("PlainClues", sentence) : QString();
}

std::vector<std::size_t> cluesThatMatter(const Examination& examination) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < examination.clues.size(); ++i) {
        const Clue& clue = examination.clues[i];
        const bool isReason =
            !examination.inconclusiveReason.empty() && clue.text == examination.inconclusiveReason;
        if (!isReason && !isOfBanner(clue, examination) && !isUnusable(clue, examination))
            order.push_back(i);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const int first = rankOf(examination.clues[a], examination);
        const int second = rankOf(examination.clues[b], examination);
        return first != second ? first < second
                               : examination.clues[a].strength > examination.clues[b].strength;
    });
    return order;
}

} // namespace core::report
