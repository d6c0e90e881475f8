// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/provenance_clues.h"

#include "core/clues/clue_catalog.h"
#include "core/provenance/generator_metadata.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace core::provenance {

namespace {

using examination::Clue;
using examination::ClueKind;
using examination::Direction;
using examination::ProvenanceRecord;

/// What a declared digital source type speaks for.
struct SourceMeaning {
    std::string_view type;
    std::string_view sentence;
    Direction direction;
    double strength;
};

constexpr std::array kMeanings = {
    SourceMeaning{"trainedAlgorithmicMedia", "file.declared_generated", Direction::Fake, 0.9},
    SourceMeaning{"compositeWithTrainedAlgorithmicMedia", "file.declared_partly_generated",
                  Direction::Fake, 0.8},
    SourceMeaning{"compositeSynthetic", "file.declared_partly_generated", Direction::Fake, 0.7},
    SourceMeaning{"algorithmicMedia", "file.declared_computed", Direction::Fake, 0.5},
    SourceMeaning{"virtualRecording", "file.declared_computed", Direction::Fake, 0.4},
    SourceMeaning{"algorithmicallyEnhanced", "file.declared_enhanced", Direction::Neutral, 0.3},
    SourceMeaning{"digitalCapture", "file.declared_captured", Direction::Real, 0.2},
    SourceMeaning{"computationalCapture", "file.declared_captured", Direction::Real, 0.2},
    SourceMeaning{"negativeFilm", "file.declared_captured", Direction::Real, 0.2},
    SourceMeaning{"positiveFilm", "file.declared_captured", Direction::Real, 0.2},
};

/// Programs whose purpose is to change pictures.
bool isEditor(std::string_view software) {
    constexpr std::array<std::string_view, 14> kEditors = {
        "photoshop", "lightroom", "gimp",  "affinity", "snapseed",  "picsart",  "pixelmator",
        "faceapp",   "facetune",  "meitu", "canva",    "paint.net", "photopea", "capture one"};
    std::string lower(software);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::any_of(kEditors, [&lower](std::string_view name) {
        return lower.find(name) != std::string::npos;
    });
}

/// A file's words as they may stand in a sentence: one line, no control characters, not too long.
std::string quotable(std::string_view words) {
    constexpr std::size_t kMost = 120;
    std::string line;
    for (const char c : words) {
        const bool isInside = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (line.size() >= kMost && !isInside)
            return line + "…";
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return line;
}

Clue clueOf(std::string_view sentence, ClueKind kind, Direction direction, double strength) {
    Clue clue;
    clue.templateId = sentence;
    clue.kind = kind;
    clue.source = examination::ClueSource::File;
    clue.direction = direction;
    clue.strength = strength;
    return clue;
}

class ClueList {
  public:
    void add(Clue clue, std::string_view quote = {}, std::string_view words = {}) {
        if (!quote.empty())
            clue.quotes[std::string(quote)] = quotable(words);
        if (const char* sentence = clues::clueSentence(clue.templateId))
            clue.text = clues::filled(sentence, clue.evidence, clue.quotes);
        m_clues.push_back(std::move(clue));
    }
    [[nodiscard]] std::vector<Clue> sorted() {
        std::ranges::stable_sort(m_clues, std::ranges::greater{}, &Clue::strength);
        return std::move(m_clues);
    }

  private:
    std::vector<Clue> m_clues;
};

void addDeclaredSource(const ProvenanceRecord& record, ClueList& list) {
    const auto declared = digitalSourceType(record.fields);
    const auto meaning = std::ranges::find_if(kMeanings, [&declared](const SourceMeaning& known) {
        return declared && known.type == *declared;
    });
    if (meaning != kMeanings.end())
        list.add(
            clueOf(meaning->sentence, ClueKind::Metadata, meaning->direction, meaning->strength),
            "type", *declared);
}

void addCredentials(const ProvenanceRecord& record, ClueList& list) {
    if (!record.c2pa.present)
        return;
    const bool declaresGeneration =
        std::ranges::any_of(record.fields, [](const examination::MetadataField& field) {
            return field.group.starts_with("C2PA") &&
                   (field.value == "trainedAlgorithmicMedia" ||
                    field.value == "compositeWithTrainedAlgorithmicMedia");
        });
    if (declaresGeneration)
        list.add(clueOf("file.credentials_mention_generation", ClueKind::Provenance,
                        Direction::Fake, 0.8));
    if (record.c2pa.state == examination::C2paState::NotValidated)
        list.add(clueOf("file.credentials_not_validated", ClueKind::Provenance, Direction::Neutral,
                        0.2));
}

} // namespace

std::vector<Clue> provenanceClues(const ProvenanceRecord& record) {
    ClueList list;
    if (record.generator)
        list.add(clueOf("file.generator_named", ClueKind::Metadata, Direction::Fake, 0.9),
                 "generator", *record.generator);
    addDeclaredSource(record, list);
    addCredentials(record, list);
    if (record.software && isEditor(*record.software))
        list.add(clueOf("file.editor_named", ClueKind::Metadata, Direction::Neutral, 0.25),
                 "software", *record.software);
    // A generated file with a copied camera name gets no credit for it.
    if (record.camera && !record.generator)
        list.add(clueOf("file.camera_named", ClueKind::Metadata, Direction::Real, 0.15), "camera",
                 *record.camera);
    return list.sorted();
}

} // namespace core::provenance
