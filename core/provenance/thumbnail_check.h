// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::provenance {

/// Below it a thumbnail shows something else than its picture.
constexpr double kLeastLikeness = 0.7;

/// A small picture that the file carries beside its own.
struct EmbeddedPreview {
    std::string where;       ///< "EXIF thumbnail", "Photoshop thumbnail", "camera preview", ...
    image::ByteBuffer bytes; ///< of a file of its own, mostly a JPEG
    /// Whether it should show what the picture shows: a gain map or a second view need not.
    bool isOfThePicture = true;
};

/// The previews in EXIF, in Photoshop's resources and in maker notes, and the pictures behind the
/// first in the same file; each once, up to 20.
[[nodiscard]] std::vector<EmbeddedPreview> embeddedPreviews(const image::EvidenceFile& file);

/// How much a preview looks like the picture: the correlation of brightness over 24 x 24 fields,
/// the best of the eight ways to turn and mirror it, black bars cut off. 1 is the same, 0
/// unrelated. Nothing when the picture is too even to tell.
[[nodiscard]] std::optional<double> likeness(const image::Image& preview,
                                             const image::Image& picture);

/// The preview that looks least like the picture among those that should show it.
struct OddPreview {
    std::string where;
    double likeness = 1;
};
[[nodiscard]] std::optional<OddPreview> oddestPreview(const image::EvidenceFile& file,
                                                      const image::Image& picture);

/// Decodes a preview, as hostile as its file; nothing when it is no picture or has more pixels.
[[nodiscard]] std::optional<image::Image> decodedPreview(const EmbeddedPreview& preview,
                                                         std::int64_t mostPixels);

} // namespace core::provenance
