// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"
#include "core/image/color_encoding.h"

#include <optional>

namespace core::image {

/// What the coded stream of a HEIC or AVIF file itself says about its colors: cameras and encoders
/// may state it there only, and the HEIF library reads the container alone. That of the primary
/// picture, or of the first tile when it is put together from tiles.
/// @return nothing when the stream does not say it, or cannot be followed up to there
/// @source ITU-T H.265, 7.3.2.2 and E.2.1; AV1 Bitstream Specification 5.5; HEIF (ISO 23008-12) 6.5
[[nodiscard]] std::optional<ColorCodes> streamColors(Bytes file);

} // namespace core::image
