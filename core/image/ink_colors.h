// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core::image {

/// Whether 255 means full ink (as CMYK TIFF) or none (as CMYK JPEG).
enum class InkPolarity { Straight, Inverted };

/// Cyan, magenta, yellow, black to B, G, R without a color profile: each channel is what the black
/// ink leaves, reduced by its own ink, rounded to nearest.
/// @param inks   count x 4 bytes
/// @param bgr    receives count x 3 bytes
inline void inksToBgr(const std::uint8_t* inks, int count, InkPolarity polarity,
                      std::uint8_t* bgr) {
    const std::uint8_t flip = polarity == InkPolarity::Inverted ? 255 : 0;
    for (int i = 0; i < count; ++i, inks += 4, bgr += 3) {
        const int left = 255 - (inks[3] ^ flip);
        for (int channel = 0; channel < 3; ++channel) {
            const int product = (inks[2 - channel] ^ flip) * left + 128;
            const int value = left - ((product + (product >> 8)) >> 8); // product / 255, rounded
            bgr[channel] = static_cast<std::uint8_t>(value < 0 ? 0 : value);
        }
    }
}

} // namespace core::image
