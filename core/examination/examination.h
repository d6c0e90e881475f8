// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/examination/clue.h"
#include "core/examination/provenance_record.h"
#include "core/examination/support.h"
#include "core/examination/verdict.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::examination {

/// The file that was examined.
struct Source {
    std::string path;
    std::string sha256; ///< of the bytes as read, before decoding
    std::uint64_t bytes = 0;
    std::string format;    ///< container by content: "jpeg", "png", "webp", "tiff", "bmp", "gif",
                           ///< "heic", "avif"
    int width = 0;         ///< upright
    int height = 0;        ///< upright
    int orientation = 1;   ///< EXIF orientation that was undone, 1 to 8
    int bitsPerSample = 8; ///< as stored; the analysis works on 8 bits
    std::vector<std::string> warnings; ///< English sentences
    /// Alike for pictures that show the same; see core/image/perceptual_hash.h. Nothing for a
    /// picture without content, and in records of versions that did not make it.
    std::optional<std::uint64_t> perceptualHash = {};

    bool operator==(const Source&) const = default;
};

/// How the answer was made, so that somebody else can make it again.
struct EngineRecord {
    std::string name; ///< "embedded" | "fakevlm" | "remote"
    std::string version;
    std::string model;
    std::string modelSha256;
    std::string device;
    std::string precision;
    std::string prompt; ///< empty when the engine takes none
    /// How the question was put: "published" | "chat" | "own"; empty when it takes none, and in
    /// records of versions that knew one form only.
    std::string promptForm = {};

    bool operator==(const EngineRecord&) const = default;
};

/// What one analyzer measured, kept even when it found nothing: negative findings are results.
struct Measurement {
    std::string analyzer; ///< "error_level", "jpeg_ghost", ...
    bool applies = false;
    std::string reason;    ///< why it does not apply; empty when it does
    std::string reasonId;  ///< that sentence's name in core::clues' catalog
    std::string statistic; ///< what `value` is, e.g. "noise ratio"
    double value = 0;
    double referenceLow = 0; ///< usual range on untouched photographs like this one
    double referenceHigh = 0;
    std::map<std::string, double> parameters;
    double milliseconds = 0;
    std::shared_ptr<const HeatMap> map; ///< not in JSON

    bool operator==(const Measurement& other) const {
        return analyzer == other.analyzer && applies == other.applies && reason == other.reason &&
               reasonId == other.reasonId && statistic == other.statistic && value == other.value &&
               referenceLow == other.referenceLow && referenceHigh == other.referenceHigh &&
               parameters == other.parameters && milliseconds == other.milliseconds;
    }
};

/// What another engine said about the same picture.
struct SecondOpinion {
    EngineRecord engine;
    Verdict verdict = Verdict::Inconclusive;
    double pFake = 0.5;
    Thresholds thresholds;
    double pFakeAlone = 0.5; ///< of the first engine, before a conflict lowered its confidence
    bool isConflict = false; ///< one says fake, the other photograph

    bool operator==(const SecondOpinion&) const = default;
};

/// The model's own probability when the question is put in one form.
struct PromptReading {
    std::string form;      ///< as EngineRecord::promptForm
    std::string separator; ///< between the prompt and the wordings scored: "newline" | "space"
    double pFake = 0.5;

    bool operator==(const PromptReading&) const = default;
};

/// A curve for the plots tab. Not in JSON.
struct PlotSeries {
    std::string plot; ///< "histogram" | "spectrum" | "dct"
    std::string name; ///< "red", "measured", "AC(0,1)", ...
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> low; ///< reference band, same length as x, or empty
    std::vector<double> high;
};

/// Everything that is shown, stored, exported and printed about one image.
struct Examination {
    Source source;

    Verdict verdict = Verdict::Inconclusive;
    Basis verdictBasis = Basis::Pixels; ///< what the verdict rests on
    double pFake = 0.5;                 ///< calibrated, 0 to 1, from the pixels or the model alone
    Thresholds thresholds;
    std::optional<Support> support;  ///< nothing when nothing was calibrated for it
    std::string inconclusiveReason;  ///< English sentence; empty unless the picture's conditions
                                     ///< forbid a verdict
    std::map<Manner, double> manner; ///< support for each kind of fake, 0 to 1
    Category category = Category::Unknown;

    std::vector<Clue> clues; ///< strongest first
    std::vector<Measurement> measurements;
    std::vector<Rect> notExamined; ///< what the engine never saw
    ProvenanceRecord provenance;

    EngineRecord engine;
    std::optional<SecondOpinion> secondOpinion;
    std::optional<std::string> answer; ///< a model's words, verbatim
    /// Of an engine that is asked in words; the form that the answer was given in first.
    std::vector<PromptReading> promptReadings;
    std::map<std::string, double> timingMs; ///< by stage: "read", "decode", "engine", "total", ...

    std::shared_ptr<const HeatMap> map; ///< the engine's overall map; not in JSON
    std::vector<PlotSeries> plots;      ///< not in JSON

    /// Equal when everything that JSON carries is equal.
    [[nodiscard]] bool sameRecordAs(const Examination& other) const;
};

/// Whether the two engines contradict each other: in the verdict, or about a sentence's place.
[[nodiscard]] bool hasConflict(const Examination& examination);

} // namespace core::examination
