// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/provenance_clues.h"

#include "core/provenance/clue_list.h"
#include "core/provenance/generator_metadata.h"
#include "core/provenance/generator_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

namespace core::provenance {

namespace {

using examination::Clue;
using examination::ClueKind;
using examination::Direction;
using examination::MetadataField;
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

void addGenerator(const ProvenanceRecord& record, ClueList& list) {
    if (!record.generator)
        return;
    const bool isPart = record.origin && record.origin->extent == examination::OriginExtent::Part;
    list.add(isPart ? "file.generator_edited" : "file.generator_named", Direction::Fake,
             isPart ? 0.8 : 0.9, {}, {{"generator", *record.generator}});
}

void addWatermark(const ProvenanceRecord& record, ClueList& list) {
    if (!record.watermark)
        return;
    const examination::WatermarkRecord& mark = *record.watermark;
    list.add("file.watermark", Direction::Fake, 0.95,
             {{"agreeing", mark.agreeing},
              {"bits", mark.bits},
              {"exponent", std::floor(-mark.log10Chance)},
              {"width", mark.width},
              {"height", mark.height}},
             {{"name", mark.name}}, ClueKind::Provenance);
}

void addDeclaredSource(const ProvenanceRecord& record, ClueList& list) {
    const auto declared = digitalSourceType(record.fields);
    const auto meaning = std::ranges::find_if(kMeanings, [&declared](const SourceMeaning& known) {
        return declared && known.type == *declared;
    });
    if (meaning != kMeanings.end())
        list.add(meaning->sentence, meaning->direction, meaning->strength, {},
                 {{"type", *declared}});
}

bool mentionsGeneration(const ProvenanceRecord& record) {
    return std::ranges::any_of(record.fields, [](const MetadataField& field) {
        return field.group.starts_with("C2PA") &&
               (field.value == "trainedAlgorithmicMedia" ||
                field.value == "compositeWithTrainedAlgorithmicMedia");
    });
}

/// Credentials that do not hold: why, without saying more than that.
void addInvalidCredentials(const examination::C2paRecord& c2pa, bool isGenerated, ClueList& list) {
    std::string code = "?";
    bool isOnlyEnded = true;
    bool isAlone = false;
    for (const examination::C2paStatus& status : c2pa.status.failure) {
        if (status.code == "signingCredential.untrusted")
            continue;
        if (code == "?")
            code = status.code;
        isAlone = isAlone || status.code == "org.clueglass.assetMissing";
        isOnlyEnded = isOnlyEnded && (status.code == "signingCredential.expired" ||
                                      status.code == "claimSignature.outsideValidity");
    }
    const char* sentence = isGenerated                  ? "file.credentials_invalid_generation"
                           : isAlone                    ? "file.credentials_alone"
                           : isOnlyEnded && code != "?" ? "file.credentials_ended"
                                                        : "file.credentials_invalid";
    list.add(sentence, isGenerated ? Direction::Fake : Direction::Neutral, isGenerated ? 0.7 : 0.4,
             {}, {{"code", code}}, ClueKind::Provenance);
}

/// What the credentials are worth, by how far their checks held.
void addCredentials(const ProvenanceRecord& record, ClueList& list) {
    using examination::C2paState;
    const examination::C2paRecord& c2pa = record.c2pa;
    const bool isGenerated = mentionsGeneration(record);
    const std::string signer = !c2pa.signer                        ? std::string("?")
                               : c2pa.signer->organization.empty() ? c2pa.signer->name
                                                                   : c2pa.signer->organization;
    switch (c2pa.state) {
    case C2paState::None:
        return;
    case C2paState::Remote:
        list.add("file.credentials_remote", Direction::Neutral, 0.15, {},
                 {{"url", c2pa.remoteUrl.value_or("?")}}, ClueKind::Provenance);
        return;
    case C2paState::NotValidated:
        if (isGenerated)
            list.add("file.credentials_mention_generation", Direction::Fake, 0.8, {}, {},
                     ClueKind::Provenance);
        list.add("file.credentials_not_validated", Direction::Neutral, 0.2, {}, {},
                 ClueKind::Provenance);
        return;
    case C2paState::Invalid:
        addInvalidCredentials(c2pa, isGenerated, list);
        return;
    case C2paState::Valid:
        list.add(isGenerated ? "file.credentials_unlisted_generation" : "file.credentials_unlisted",
                 isGenerated ? Direction::Fake : Direction::Neutral, isGenerated ? 0.85 : 0.2, {},
                 {{"signer", signer}}, ClueKind::Provenance);
        return;
    case C2paState::Trusted:
        break;
    }
    const bool isCapture = record.origin && record.origin->direction == Direction::Real;
    list.add(isGenerated ? "file.credentials_signed_generation"
             : isCapture ? "file.credentials_signed_capture"
                         : "file.credentials_signed",
             isGenerated ? Direction::Fake
             : isCapture ? Direction::Real
                         : Direction::Neutral,
             isGenerated || isCapture ? 0.95 : 0.3, {}, {{"signer", signer}}, ClueKind::Provenance);
}

bool namesProgram(const MetadataField& field) {
    constexpr std::array<std::string_view, 7> kNames = {
        "Exif.Image.Software",           "Xmp.xmp.CreatorTool",       "Xmp.tiff.Software",
        "Exif.Image.ProcessingSoftware", "Iptc.Application2.Program", "Software",
        "Xmp.photoshop.History"};
    return std::ranges::find(kNames, field.name) != kNames.end() ||
           field.name.ends_with("stEvt:softwareAgent") || field.group == "Samsung" ||
           (field.group == "Photoshop" && field.name == "Written by");
}

void addEditors(const ProvenanceRecord& record, ClueList& list) {
    std::set<std::string> editors;
    if (record.software && isEditor(*record.software))
        editors.insert(*record.software);
    int steps = 0;
    for (const MetadataField& field : record.fields) {
        steps += field.name.ends_with("stEvt:action") ? 1 : 0;
        if (namesProgram(field) && isEditor(field.value))
            editors.insert(quotable(field.value));
    }
    std::string names;
    for (const std::string& editor : editors)
        names += (names.empty() ? "" : ", ") + editor;
    if (!editors.empty())
        list.add("file.editor_named", Direction::Neutral, 0.25, {}, {{"software", names}});
    if (steps > 0)
        list.add("file.history", Direction::Neutral, 0.2, {{"steps", static_cast<double>(steps)}});
}

/// Marks in the pixels that only their maker can read, where the origin makes them likely.
void addUnreadableMark(const ProvenanceRecord& record, ClueList& list) {
    struct Maker {
        std::string_view word, name, mark, where;
    };
    constexpr std::array kMakers = {
        Maker{"Google", "Google", "SynthID", "the Gemini app (upload the picture and ask)"},
        Maker{"Gemini", "Google", "SynthID", "the Gemini app (upload the picture and ask)"},
        Maker{"Nano Banana", "Google", "SynthID", "the Gemini app (upload the picture and ask)"},
        Maker{"Firefly", "Adobe", "a durable credential", "contentcredentials.org/verify"},
        Maker{"Meta AI", "Meta", "an invisible mark", "Meta itself"},
    };
    if (!record.generator)
        return;
    for (const Maker& maker : kMakers) {
        if (record.generator->find(maker.word) == std::string::npos)
            continue;
        list.add("file.mark_not_readable", Direction::Neutral, 0.15, {},
                 {{"maker", std::string(maker.name)},
                  {"mark", std::string(maker.mark)},
                  {"where", std::string(maker.where)}},
                 ClueKind::Provenance);
        return;
    }
}

} // namespace

std::vector<Clue> provenanceClues(const ProvenanceRecord& record) {
    ClueList list;
    addGenerator(record, list);
    addWatermark(record, list);
    addDeclaredSource(record, list);
    addCredentials(record, list);
    addEditors(record, list);
    addUnreadableMark(record, list);
    // A generated file with a copied camera name gets no credit for it.
    const bool isStatedFake =
        record.generator || (record.origin && record.origin->direction == Direction::Fake);
    if (record.camera && !isStatedFake)
        list.add("file.camera_named", Direction::Real, 0.15, {}, {{"camera", *record.camera}});
    return list.sorted();
}

} // namespace core::provenance
