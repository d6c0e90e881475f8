// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/uniform_pixels.h"

#include <cstdint>
#include <cstring>

namespace core::inference {

namespace {

constexpr int kRows = 800; ///< enough for a share
constexpr std::size_t kChannels = 3;

} // namespace

double uniformShare(const PixelView& picture) {
    const int step = 1 + picture.height / kRows;
    std::int64_t uniform = 0;
    std::int64_t looked = 0;
    for (int y = 1; y < picture.height; y += step) {
        const std::uint8_t* row = picture.data + y * picture.bytesPerRow;
        const std::uint8_t* above = row - picture.bytesPerRow;
        for (int x = 1; x < picture.width; ++x) {
            const std::uint8_t* pixel = row + static_cast<std::ptrdiff_t>(x) * kChannels;
            const std::uint8_t* upper = above + static_cast<std::ptrdiff_t>(x) * kChannels;
            if (std::memcmp(pixel, pixel - kChannels, kChannels) == 0 &&
                std::memcmp(pixel, upper, kChannels) == 0)
                ++uniform;
        }
        looked += picture.width - 1;
    }
    return looked == 0 ? 0 : static_cast<double>(uniform) / static_cast<double>(looked);
}

} // namespace core::inference
