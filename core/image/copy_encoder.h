// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

namespace core::image {

/// Writes a PNG to memory, 8 bits a sample, without any metadata.
/// @errors InvalidArgument (empty image), LimitExceeded
[[nodiscard]] Result<ByteBuffer> encodePng(const Image& image);

/// Writes a lossy WebP to memory.
/// @param quality  1 to 100
/// @errors InvalidArgument (empty image, or a side above the format's 16,383), LimitExceeded
[[nodiscard]] Result<ByteBuffer> encodeWebp(const Image& image, int quality);

} // namespace core::image
