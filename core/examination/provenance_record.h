// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "core/examination/origin_record.h"

#include <optional>
#include <string>
#include <vector>

namespace core::examination {

/// One metadata entry as the file states it.
struct MetadataField {
    std::string group; ///< "EXIF", "XMP", "IPTC", "PNG text", ...
    std::string name;  ///< e.g. "Exif.Image.Make"
    std::string value; ///< UTF-8
    /// How the bytes were read where the file does not say it: "Latin-1", "Shift-JIS"; else empty.
    std::string guess = {};
    std::string bytes = {}; ///< then as hexadecimal digits, at most the first 4,096

    bool operator==(const MetadataField&) const = default;
};

/// What the file says about its own origin. All of it can be forged or stripped.
struct ProvenanceRecord {
    std::optional<std::string> camera;     ///< make and model
    std::optional<std::string> software;   ///< program that wrote the file last
    std::optional<std::string> generator;  ///< image generator named by the file
    std::optional<std::string> capturedAt; ///< EXIF DateTimeOriginal as written
    C2paRecord c2pa;
    std::vector<MetadataField> fields;

    std::optional<GenerationRecord> generation; ///< when the generator wrote its settings down
    std::optional<WatermarkRecord> watermark;   ///< nothing: none of those that can be read
    std::optional<StatedOrigin> origin;         ///< nothing: nobody states one
    std::vector<ExtraPart> extraParts;          ///< behind or inside of the picture's data
    std::vector<DatedEvent> dates;              ///< earliest first

    bool operator==(const ProvenanceRecord&) const = default;
};

} // namespace core::examination
