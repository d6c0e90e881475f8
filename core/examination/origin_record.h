// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/support.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core::examination {

/// How a generator says that it made the picture; empty strings where it does not say.
struct GenerationRecord {
    std::string program; ///< "ComfyUI", "Midjourney", ...
    std::string model;
    std::string prompt;
    std::string negativePrompt;
    std::string seed; ///< as written: some have more digits than a number type
    std::string sampler;
    /// Whether another picture was given to the generator; nothing when that is not stated.
    std::optional<bool> usedPicture;
    std::vector<std::pair<std::string, std::string>> settings; ///< the others, name and value
    std::string field; ///< where it stands, e.g. "PNG text: parameters"

    bool operator==(const GenerationRecord&) const = default;
};

/// A known message that was read from the pixels.
struct WatermarkRecord {
    std::string name; ///< e.g. "Stable Diffusion XL"
    int bits = 0;
    int agreeing = 0;       ///< of the bits
    double log10Chance = 0; ///< of so many by accident, all tries counted
    int width = 0;          ///< size at which it was read
    int height = 0;

    bool operator==(const WatermarkRecord&) const = default;
};

/// Whether a statement is about the whole picture or about parts that were changed.
enum class OriginExtent { Whole, Part };

/// What the file, a watermark or verified credentials state about the picture's origin, strongest
/// first: credentials, watermark, file.
struct StatedOrigin {
    Basis basis = Basis::File; ///< File, Watermark or Credentials
    Direction direction = Direction::Fake;
    OriginExtent extent = OriginExtent::Whole;
    std::string by;    ///< the generator, the camera, the signer; empty when not named
    std::string field; ///< where it stands

    bool operator==(const StatedOrigin&) const = default;
};

/// Bytes of a file that are not part of its picture.
struct ExtraPart {
    std::string what; ///< "a ZIP archive", "a video (MP4)", ...
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;

    bool operator==(const ExtraPart&) const = default;
};

/// A date of the file's metadata.
struct DatedEvent {
    std::string when;   ///< "2024-01-31T12:00:00", as written when it is in no known form
    std::string zone;   ///< "+02:00", "Z"; empty when not stated
    std::string source; ///< the field, e.g. "Exif.Photo.DateTimeOriginal"

    bool operator==(const DatedEvent&) const = default;
};

} // namespace core::examination
