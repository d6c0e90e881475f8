// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/region.h"
#include "core/base/result.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace core::model {

/// Filters with Pillow's numbers (Image.Resampling).
enum class ResampleFilter { Lanczos = 1, Bilinear = 2, Bicubic = 3, Box = 4, Hamming = 5 };

/// rows x columns x 3, uint8, in the channel order R, G, B.
struct RgbPixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};

/// Resizes as Pillow does, bit for bit: the kernel is widened when shrinking, coefficients are
/// fixed point with 22 fractional bits, the horizontal pass comes first and is rounded to 8 bits.
/// Only `window` of the resized picture is computed, so an extremely long picture costs no more
/// than a square one.
/// @param width, height  of the whole resized picture, at least 1
/// @param window         inside the resized picture, not empty
/// @errors LimitExceeded when the kernel would need more than 1 GiB, Cancelled (asked once per 64
/// rows)
/// @source Pillow 10, src/libImaging/Resample.c (behavior; "Image.resize" with a box of the whole
/// picture)
[[nodiscard]] Result<RgbPixels> resizeLikePillow(const PixelView& picture, int width, int height,
                                                 ResampleFilter filter, const Rect& window,
                                                 std::stop_token stop = {});

} // namespace core::model
