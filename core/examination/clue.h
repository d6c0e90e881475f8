// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/base/region.h"

#include <map>
#include <memory>
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

    /// Equal when everything that JSON carries is equal.
    bool operator==(const Clue& other) const {
        return text == other.text && templateId == other.templateId && kind == other.kind &&
               source == other.source && direction == other.direction &&
               strength == other.strength && regions == other.regions &&
               evidence == other.evidence && quotes == other.quotes;
    }
};

} // namespace core::examination
