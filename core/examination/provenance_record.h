// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace core::examination {

/// One metadata entry as the file states it.
struct MetadataField {
    std::string group; ///< "EXIF", "XMP", "IPTC", "PNG text", ...
    std::string name;  ///< e.g. "Exif.Image.Make"
    std::string value;

    bool operator==(const MetadataField&) const = default;
};

/// Content Credentials. Absence is never a sign of forgery.
struct C2paRecord {
    bool present = false;
    std::string state =
        "absent"; ///< absent | present_not_validated | unreadable | invalid | valid | trusted

    bool operator==(const C2paRecord&) const = default;
};

/// What the file says about its own origin. All of it can be forged or stripped.
struct ProvenanceRecord {
    std::optional<std::string> camera;     ///< make and model
    std::optional<std::string> software;   ///< program that wrote the file last
    std::optional<std::string> generator;  ///< image generator named by the file
    std::optional<std::string> capturedAt; ///< EXIF DateTimeOriginal as written
    C2paRecord c2pa;
    std::vector<MetadataField> fields;

    bool operator==(const ProvenanceRecord&) const = default;
};

} // namespace core::examination
