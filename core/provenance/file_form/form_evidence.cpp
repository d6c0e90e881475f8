// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/file_form/form_evidence.h"

#include "core/clues/clue_catalog.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace core::provenance {

namespace {

using examination::Clue;
using examination::ClueKind;
using examination::Direction;

/// From here on the forensic scale speaks of support at all.
constexpr double kLeastRatio = 2;
/// Strength of a trait that counts FormTable::kMostRatio; metadata that names a generator has 0.9.
constexpr double kMostStrength = 0.4;
constexpr double kPerCent = 100;

ClueKind kindOf(std::string_view trait) {
    return trait.starts_with("tables_") || trait.starts_with("sampling_") ? ClueKind::Compression
                                                                          : ClueKind::Metadata;
}

Clue clueOf(const WeighedTrait& trait, double counted) {
    const double most = std::log(FormTable::kMostRatio);
    Clue clue;
    clue.templateId = "form." + std::string(trait.found.name);
    clue.kind = kindOf(trait.found.name);
    clue.source = examination::ClueSource::File;
    clue.direction = counted > 1 ? Direction::Fake : Direction::Real;
    clue.strength = kMostStrength * std::min(1.0, std::abs(std::log(counted)) / most);
    clue.evidence = trait.found.numbers;
    clue.evidence["generated"] = kPerCent * trait.statistics.generated.share;
    clue.evidence["photographs"] = kPerCent * trait.statistics.photographs.share;
    clue.evidence["ratio"] = trait.statistics.alone.ratio;
    clue.evidence["low"] = trait.statistics.alone.low;
    clue.evidence["high"] = trait.statistics.alone.high;
    clue.quotes = trait.found.quotes;
    if (const char* sentence = clues::clueSentence(clue.templateId))
        clue.text = clues::filled(sentence, clue.evidence, clue.quotes);
    return clue;
}

} // namespace

FormEvidence formEvidence(const image::EvidenceFile& file, const image::DecodedPicture& picture,
                          const examination::ProvenanceRecord& record, const FormTable& table) {
    FormEvidence evidence;
    std::vector<std::string_view> names;
    for (FoundTrait& found :
         formTraits(formFacts(file, picture.image.width(), picture.image.height(), record))) {
        const TraitStatistics* statistics = table.find(found.name);
        if (statistics == nullptr)
            continue;
        names.push_back(found.name);
        evidence.traits.push_back({std::move(found), *statistics});
    }
    evidence.joined = table.joined(names);
    evidence.ratio = evidence.joined.counted();
    evidence.usualLow = table.photographLow();
    evidence.usualHigh = table.photographHigh();
    return evidence;
}

std::vector<Clue> formClues(const FormEvidence& evidence) {
    std::vector<Clue> clues;
    for (const WeighedTrait& trait : evidence.traits) {
        const double counted = trait.statistics.alone.counted();
        if (counted >= kLeastRatio || counted <= 1 / kLeastRatio)
            clues.push_back(clueOf(trait, counted));
    }
    std::ranges::stable_sort(clues, std::ranges::greater{}, &Clue::strength);
    return clues;
}

examination::Measurement formMeasurement(const std::optional<FormEvidence>& evidence) {
    examination::Measurement measurement;
    measurement.analyzer = "file_form";
    if (!evidence) {
        measurement.reasonId = "reason.no_form_table";
        if (const char* sentence = clues::clueSentence(measurement.reasonId))
            measurement.reason = sentence;
        return measurement;
    }
    measurement.applies = true;
    measurement.statistic =
        "likelihood ratio of generated against photograph, from the file's form";
    measurement.value = evidence->ratio;
    measurement.referenceLow = evidence->usualLow;
    measurement.referenceHigh = evidence->usualHigh;
    measurement.parameters = {{"joined", evidence->joined.ratio},
                              {"joined_low", evidence->joined.low},
                              {"joined_high", evidence->joined.high}};
    for (const WeighedTrait& trait : evidence->traits)
        measurement.parameters[std::string(trait.found.name)] = trait.statistics.alone.ratio;
    return measurement;
}

} // namespace core::provenance
