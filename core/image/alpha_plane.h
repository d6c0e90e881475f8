// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"
#include "core/image/image.h"

#include <optional>

namespace core::image {

/// How opaque each pixel is, 0 to 255, as stored: before the picture is turned upright.
struct AlphaPlane {
    int width = 0;
    int height = 0;
    ByteBuffer values; ///< height x width
};

/// The alpha channel of a PNG or a still WebP of at most 100 megapixels; nothing for other files
/// and those without one. The picture is decoded for it once more.
[[nodiscard]] std::optional<AlphaPlane> alphaPlane(Format format, Bytes file);

} // namespace core::image
