// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// A small or second picture in a file, compared with the one that is shown.
struct PreviewPicture {
    std::string where; ///< "EXIF thumbnail", ...
    std::uint64_t bytes = 0;
    image::Image picture;                 ///< null: it cannot be decoded
    std::optional<double> likeness;       ///< see provenance::likeness
    std::optional<int> differingHashBits; ///< of the 64 of image::perceptualHash
    /// It should show the picture, and shows something else.
    bool isOther = false;
};

/// Decodes the previews, up to 16 megapixels each. They are as hostile as the file is. Slow; not
/// for the window's thread.
/// @param shown  the file's picture, upright; null: nothing is compared
[[nodiscard]] std::vector<PreviewPicture> previewPictures(const image::EvidenceFile& file,
                                                          const image::Image* shown,
                                                          std::stop_token stop = {});

} // namespace core::inference
