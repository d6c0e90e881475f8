// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <optional>
#include <string>

namespace core::provenance {

/// The first directory of a BigTIFF with its EXIF and GPS directories as an ordinary TIFF without
/// pixels, for readers that know only 32-bit offsets. Values above 1 MiB are left out. Nothing when
/// it is no BigTIFF.
/// @source Adobe, "BigTIFF File Format", 2007
[[nodiscard]] std::optional<std::string> classicTiffOf(image::Bytes file);

} // namespace core::provenance
