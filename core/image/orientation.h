// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/byte_reader.h"
#include "core/image/codec.h"
#include "core/image/format_sniffer.h"

#include <stop_token>

namespace core::image {

/// The EXIF orientation that a JPEG, PNG, WebP or TIFF file states, 1 to 8; 1 when it states none.
/// HEIF reports its own through its library.
/// @source Exif 2.32, tag 0x0112
[[nodiscard]] int storedOrientation(Format format, Bytes file);

/// Turns a picture so that row 0 is the visual top and column 0 the visual left.
/// @param orientation  1 to 8; anything else leaves the picture as it is
/// @errors Cancelled
[[nodiscard]] Result<Raster> turnedUpright(Raster raster, int orientation, std::stop_token stop);

} // namespace core::image
