// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"
#include "core/image/image.h"

#include <string>

namespace core::image {

struct IccProfile {
    ByteBuffer bytes;    ///< empty where there is none or it cannot be put together
    std::string problem; ///< why it cannot, an English sentence; empty otherwise
};

/// The ICC color profile that a file carries (JPEG, PNG, WebP, TIFF, HEIF, AVIF). Its content is
/// not checked.
/// @source ICC.1:2022 Annex B (JPEG, TIFF); PNG 1.2, 11.3.3.3; WebP container, "Color profile"
[[nodiscard]] IccProfile iccProfileOf(Format format, Bytes file);

} // namespace core::image
