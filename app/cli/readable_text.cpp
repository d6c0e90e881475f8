// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/readable_text.h"

#include "app/cli/terminal.h"
#include "core/clues/support_sentences.h"
#include "core/examination/joined_verdict.h"
#include "core/examination/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace app::cli {

namespace {

using namespace core::examination;

std::string_view verdictWords(Verdict verdict) {
    switch (verdict) {
    case Verdict::Real:
        return "REAL";
    case Verdict::Fake:
        return "FAKE";
    case Verdict::Inconclusive:
        break;
    }
    return "INCONCLUSIVE";
}

std::string_view directionWords(Direction direction) {
    switch (direction) {
    case Direction::Fake:
        return "speaks for fake";
    case Direction::Real:
        return "speaks for real";
    case Direction::Neutral:
        break;
    }
    return "speaks for neither";
}

std::string boxText(const core::Rect& box) {
    return std::to_string(box.width) + " x " + std::to_string(box.height) + " at (" +
           std::to_string(box.x) + ", " + std::to_string(box.y) + ")";
}

std::string regionsText(const std::vector<core::Region>& regions) {
    constexpr std::size_t kMost = 6;
    std::string text;
    for (std::size_t i = 0; i < std::min(regions.size(), kMost); ++i)
        text += (i == 0 ? "" : "; ") + boxText(regions[i].box);
    if (regions.size() > kMost)
        text += "; and " + std::to_string(regions.size() - kMost) + " more";
    return text;
}

/// How a model's sentence is tied to its regions, and what was measured there.
std::string groundingText(const Clue& clue) {
    std::string text;
    if (clue.grounding)
        text += "     region: " +
                std::string(clue.grounding->extent == GroundingExtent::Regions
                                ? wordFor(clue.grounding->status)
                                : wordFor(clue.grounding->extent)) +
                "\n";
    // Maps that are the same here as elsewhere say nothing; the JSON has them all.
    constexpr double kLeastDifference = 0.1;
    for (const PlaceMeasurement& place : clue.measured)
        if (std::abs(place.inside - place.picture) >= kLeastDifference)
            text += "     measured: " + place.quantity + " " + fixed(place.inside, 2) + " here, " +
                    fixed(place.picture, 2) + " in the picture\n";
    if (clue.agreement != Agreement::NotMeasured)
        text += "     measurements: " + std::string(wordFor(clue.agreement)) + "\n";
    if (clue.isUnfinished)
        text += "     unfinished: the answer was cut here, not scored\n";
    if (clue.repetition.isStock)
        text += "     a stock phrase: models of this family say it of most such pictures\n";
    if (clue.repetition.isBoilerplate)
        text += "     said of " + std::to_string(clue.repetition.said) + " of " +
                std::to_string(clue.repetition.pictures) + " pictures, whatever they show\n";
    return text;
}

std::string cluesText(const std::vector<Clue>& clues) {
    std::string text;
    for (std::size_t i = 0; i < clues.size(); ++i) {
        const Clue& clue = clues[i];
        text += "  " + std::to_string(i + 1) + ". " + printable(clue.text) + "\n     " +
                std::string(wordFor(clue.kind)) + ", " +
                std::string(directionWords(clue.direction)) + ", strength " +
                fixed(clue.strength, 2) + "\n";
        if (!clue.regions.empty())
            text += "     where: " + regionsText(clue.regions) + "\n";
        text += groundingText(clue);
    }
    return text;
}

std::string mannerText(const std::map<Manner, double>& manner) {
    std::vector<std::pair<double, Manner>> sorted;
    sorted.reserve(manner.size());
    for (const auto& [kind, score] : manner)
        sorted.emplace_back(score, kind);
    std::ranges::sort(sorted, std::greater<>{});
    std::string text;
    for (const auto& [score, kind] : sorted)
        text += (text.empty() ? "" : ", ") + std::string(wordFor(kind)) + " " + fixed(score, 2);
    return text;
}

std::string engineText(const Examination& examination) {
    const EngineRecord& engine = examination.engine;
    std::string text = engine.name + " " + engine.version + ", " + engine.model + ", " +
                       engine.device + ", " + engine.precision;
    const auto total = examination.timingMs.find("total");
    if (total != examination.timingMs.end())
        text += ", " + fixed(total->second / 1000, 1) + " s";
    return text;
}

/// "stated by the file: ComfyUI" where a statement decided, else empty.
std::string statedText(const Examination& examination) {
    const auto& origin = examination.provenance.origin;
    if (!origin || origin->basis != examination.verdictBasis)
        return {};
    const std::string by = origin->by.empty() ? std::string() : ": " + printable(origin->by);
    const std::string part = origin->extent == OriginExtent::Part ? " IN PART" : "";
    switch (origin->basis) {
    case Basis::Watermark:
        return part + ", by a watermark" + by;
    case Basis::Credentials:
        return part + ", signed by " + printable(origin->by);
    default:
        return part + ", stated by the file" + by;
    }
}

std::string basisText(const Examination& examination) {
    if (core::examination::restsOnFormAsWell(examination))
        return "pixels and the form of the file together; the pixels alone give no verdict";
    switch (examination.verdictBasis) {
    case Basis::File:
        return "the file's own words, which are not signed: they can be added or removed by hand";
    case Basis::Watermark:
        return "a mark in the pixels, which a program can put into any picture";
    case Basis::Credentials:
        return "signed Content Credentials, which cannot be changed unnoticed";
    default:
        return {}; // the pixels or the model: the usual
    }
}

std::string field(std::string_view name, const std::string& value) {
    constexpr std::size_t kNameWidth = 12;
    if (value.empty())
        return {};
    std::string line = "  " + std::string(name);
    line.resize(std::max(line.size() + 1, kNameWidth), ' ');
    return line + printable(value) + "\n";
}

} // namespace

namespace {

/// One line for each setting, the program and its model first.
std::string generationText(const GenerationRecord& generation) {
    std::string text;
    const auto add = [&text](const std::string& name, const std::string& value) {
        if (!value.empty())
            text += "    " + printable(name) + ": " + printable(value) + "\n";
    };
    add("model", generation.model);
    add("prompt", generation.prompt);
    add("negative prompt", generation.negativePrompt);
    add("seed", generation.seed);
    add("sampler", generation.sampler);
    if (generation.usedPicture)
        add("from another picture", *generation.usedPicture ? "yes" : "no");
    for (const auto& [name, value] : generation.settings)
        add(name, value);
    return text.empty()
               ? text
               : "  settings stated by the file (" + printable(generation.field) + ")\n" + text;
}

} // namespace

std::string fixed(double value, int digits) {
    std::array<char, 64> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::fixed, digits);
    return error == std::errc() ? std::string(text.data(), end) : std::string("?");
}

std::string percent(double share) {
    return fixed(share * 100, 1) + " %";
}

/// Certainty is nothing that an engine has.
std::string probability(double value) {
    constexpr double kNearest = 0.9995;
    return value > kNearest ? "> 99.9 %" : value < 1 - kNearest ? "< 0.1 %" : percent(value);
}

std::string readableText(const Examination& examination) {
    const Source& source = examination.source;
    const Thresholds& thresholds = examination.thresholds;
    std::string text = printable(source.path) + "\n";
    const std::string stated = statedText(examination);
    text += field("verdict", std::string(verdictWords(examination.verdict)) + stated +
                                 (examination.inconclusiveReason.empty()
                                      ? (stated.empty() ? ", probability of a fake "
                                                        : "; without that, probability of a fake ")
                                      : ", outside of what was calibrated; calculated ") +
                                 probability(examination.pFake) + " (real below " +
                                 percent(thresholds.realBelow) + ", fake above " +
                                 percent(thresholds.fakeAbove) + ")");
    text += field("rests on", basisText(examination));
    text += field("because", examination.inconclusiveReason);
    if (examination.support)
        text += field("support", core::clues::supportSentence(*examination.support).text());
    text += field("manner", mannerText(examination.manner));
    text += field("picture", source.format + ", " + std::to_string(source.width) + " x " +
                                 std::to_string(source.height) + ", " +
                                 std::to_string(source.bytes) + " bytes");
    text += field("sha-256", source.sha256);
    for (const std::string& warning : source.warnings)
        text += field("warning", warning);
    for (const core::Rect& box : examination.notExamined)
        text += field("not seen", boxText(box));
    text += cluesText(examination.clues);
    text += readableText(examination.provenance);
    if (examination.secondOpinion)
        text +=
            field("second",
                  examination.secondOpinion->engine.name + ": " +
                      std::string(wordFor(examination.secondOpinion->verdict)) +
                      ", probability of a fake " + probability(examination.secondOpinion->pFake) +
                      (examination.secondOpinion->isConflict ? "; the engines contradict each other"
                                                             : ""));
    for (const PromptReading& reading : examination.promptReadings)
        text += field("asked", reading.form + " form, separator " + reading.separator +
                                   ", probability of a fake " + probability(reading.pFake));
    if (examination.answer)
        text += field("answer", *examination.answer);
    text += field("engine", engineText(examination));
    return text + "\n";
}

std::string readableText(std::string_view path, const core::Error& error) {
    return printable(path) + "\n" +
           field("failed", std::string(errorName(error.code)) + ": " + error.message) + "\n";
}

std::string readableText(const ProvenanceRecord& provenance) {
    std::string text;
    text += field("camera", provenance.camera.value_or(""));
    text += field("captured", provenance.capturedAt.value_or(""));
    text += field("software", provenance.software.value_or(""));
    text += field("generator", provenance.generator.value_or(""));
    if (provenance.watermark)
        text += field("watermark", provenance.watermark->name + ", " +
                                       std::to_string(provenance.watermark->agreeing) + " of " +
                                       std::to_string(provenance.watermark->bits) + " bits agree");
    if (provenance.generation)
        text += generationText(*provenance.generation);
    for (const ExtraPart& part : provenance.extraParts)
        text += field("beside", std::to_string(part.bytes) + " bytes from byte " +
                                    std::to_string(part.offset) + " on: " + part.what);
    if (provenance.c2pa.present)
        text += field("c2pa", std::string(core::examination::wordFor(provenance.c2pa.state)));
    return text;
}

} // namespace app::cli
