// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace core::provenance {

// Where in a file's metadata which kind of entry is to be found.

/// PNG texts, those behind the file's end included.
[[nodiscard]] inline bool isPngText(const examination::MetadataField& field,
                                    std::string_view keyword) {
    return field.group.starts_with("PNG text") && field.name == keyword;
}

/// Where free text of a picture's maker lands: texts, comments, descriptions. Some generators keep
/// their graph in EXIF's make and model.
[[nodiscard]] inline bool holdsFreeText(const examination::MetadataField& field) {
    constexpr std::array<std::string_view, 10> kNames = {
        "Exif.Photo.UserComment",    "Xmp.exif.UserComment", "Exif.Image.ImageDescription",
        "Xmp.dc.description",        "Exif.Image.Make",      "Exif.Image.Model",
        "Iptc.Application2.Caption", "Exif.Image.XPComment", "Exif.Image.Artist",
        "Xmp.dc.description[1]"};
    return field.group.starts_with("PNG text") || field.group == "Comment" ||
           field.group == "Stealth text" || field.name.ends_with("AIGC") ||
           std::ranges::find(kNames, field.name) != kNames.end();
}

} // namespace core::provenance
