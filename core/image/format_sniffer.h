// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace core::image {

enum class Format { Unknown, Jpeg, Png, Webp, Tiff, Bmp, Gif, Heic, Avif, JpegXl, Jpeg2000 };

/// The container by its first bytes, whatever the file is called. 64 bytes are enough.
[[nodiscard]] Format sniffFormat(std::span<const std::uint8_t> bytes);

/// "jpeg", "png", ...; "unknown" for Unknown.
[[nodiscard]] std::string_view formatName(Format format);

/// The format that a file name's extension promises; Unknown when it promises none that we read.
[[nodiscard]] Format formatOfExtension(std::string_view fileName);

} // namespace core::image
