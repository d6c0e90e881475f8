// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

namespace core::image {

struct JpegEncoding {
    int quality = 90;           ///< IJG scale, 1 to 100
    int horizontalSampling = 2; ///< luma against chroma: 2 x 2 is 4:2:0, 1 x 1 is 4:4:4
    int verticalSampling = 2;
};

/// Writes a baseline JPEG to memory with libjpeg-turbo (slow integer DCT).
/// @errors InvalidArgument (empty image), LimitExceeded
[[nodiscard]] Result<ByteBuffer> encodeJpeg(const Image& image, const JpegEncoding& encoding);

} // namespace core::image
