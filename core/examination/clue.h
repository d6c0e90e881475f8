// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/base/region.h"
#include "core/examination/grounding_record.h"
#include "core/examination/verdict.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::examination {

enum class ClueKind {
    Texture,
    Geometry,
    Lighting,
    Color,
    Anatomy,
    Text,
    Noise,
    Compression,
    Resampling,
    Duplication,
    Spectrum,
    Provenance,
    Metadata,
};

/// Who says it: a multimodal model, a measurement on the pixels, or a field of the file.
enum class ClueSource { Model, Measurement, File };

/// What it speaks for. A clue can speak for the image.
enum class Direction { Fake, Real, Neutral };

/// One sentence of the explanation with its place and its numbers.
struct Clue {
    std::string text;       ///< one English sentence
    std::string templateId; ///< name in core::clues' catalog, so that ui can say it in another
                            ///< language; empty for a model's own words
    ClueKind kind = ClueKind::Texture;
    ClueSource source = ClueSource::Measurement;
    Direction direction = Direction::Neutral;
    double strength = 0;                       ///< 0 to 1
    std::vector<Region> regions;               ///< empty: the whole image
    std::map<std::string, double> evidence;    ///< the measured numbers behind it, by name
    std::map<std::string, std::string> quotes; ///< words of the file that the sentence cites
    std::shared_ptr<const HeatMap>
        map; ///< where it was seen; null when there is no map. Not in JSON

    // Of a model's sentence.
    Category category = Category::Unknown;  ///< what it speaks about
    std::optional<Grounding> grounding;     ///< how it was tied to its regions
    std::vector<PlaceMeasurement> measured; ///< within its regions
    Agreement agreement = Agreement::NotMeasured;
    Repetition repetition;
    bool isUnfinished = false; ///< cut by the limit of the answer's length; its strength is 0

    /// Equal when everything that JSON carries is equal.
    bool operator==(const Clue& other) const {
        return text == other.text && templateId == other.templateId && kind == other.kind &&
               source == other.source && direction == other.direction &&
               strength == other.strength && regions == other.regions &&
               evidence == other.evidence && quotes == other.quotes && category == other.category &&
               grounding == other.grounding && measured == other.measured &&
               agreement == other.agreement && repetition == other.repetition &&
               isUnfinished == other.isUnfinished;
    }
};

/// Whether a clue's regions are drawn unless somebody asks for all: measured ones, and a model's
/// as long as no check has spoken against them.
[[nodiscard]] inline bool hasOutline(const Clue& clue) {
    if (clue.regions.empty() || !clue.grounding)
        return !clue.regions.empty();
    return clue.grounding->status == RegionStatus::Supported ||
           clue.grounding->status == RegionStatus::Unchecked;
}

} // namespace core::examination
