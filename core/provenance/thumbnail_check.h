// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <optional>

namespace core::provenance {

/// Below it a thumbnail shows something else than its picture.
constexpr double kLeastLikeness = 0.7;

/// The preview that the file's EXIF block carries, as the bytes of its own file (JPEG); nothing
/// when there is none.
[[nodiscard]] std::optional<image::ByteBuffer> embeddedThumbnail(const image::EvidenceFile& file);

/// How much the thumbnail in the file looks like the picture: the correlation of brightness over
/// 24 x 24 fields, the best of the eight ways to turn and mirror it, black bars cut off. 1 is the
/// same, 0 unrelated. Nothing without a thumbnail, or when the picture is too even to tell.
[[nodiscard]] std::optional<double> thumbnailLikeness(const image::EvidenceFile& file,
                                                      const image::Image& picture);

} // namespace core::provenance
