// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstdint>
#include <optional>

namespace core::image {

/// 64 bits that hardly change when a picture is scaled, recompressed or toned: the signs of its 8 x
/// 8 lowest horizontal and vertical frequencies (without the constant ones) against their median,
/// of 32 x 32 gray values. Nothing for a picture without content: its bits would be noise.
/// @source C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions",
///         2010, section 3.2.1
[[nodiscard]] std::optional<std::uint64_t> perceptualHash(const Image& image);

} // namespace core::image
