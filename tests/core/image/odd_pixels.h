// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/picture_maker.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

// What the makers of unusual pictures share.
namespace tests {

/// Ends the test program when a picture cannot be made.
inline void need(bool isDone, const char* what) {
    if (isDone)
        return;
    std::fprintf(stderr, "odd_pictures: %s failed\n", what);
    std::abort();
}

/// Blue, green and red of a pixel.
inline const std::uint8_t* pixel(const Image& image, int x, int y) {
    return image.view().data + image.view().bytesPerRow * y + std::ptrdiff_t{x} * 3;
}

/// The picture's colors in order of appearance.
inline std::vector<std::array<std::uint8_t, 3>> paletteOf(const Image& image, ByteBuffer& indices) {
    std::vector<std::array<std::uint8_t, 3>> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const std::uint8_t* at = pixel(image, x, y);
            const std::array<std::uint8_t, 3> color = {at[0], at[1], at[2]};
            auto known = std::ranges::find(colors, color);
            if (known == colors.end())
                known = colors.insert(colors.end(), color);
            indices.push_back(static_cast<std::uint8_t>(known - colors.begin()));
        }
    }
    need(colors.size() <= 256, "paletteOf");
    return colors;
}

/// Writes samples of 1, 2, 4, 8 or 16 bits one after the other, big-endian or as the machine does.
class BitWriter {
  public:
    void add(unsigned value, int bits) {
        for (int bit = bits - 1; bit >= 0; --bit) {
            if (m_used == 0)
                m_bytes.push_back(0);
            m_bytes.back() |= static_cast<std::uint8_t>((value >> bit & 1) << (7 - m_used));
            m_used = (m_used + 1) % 8;
        }
    }
    void endRow() { m_used = 0; }
    [[nodiscard]] ByteBuffer& bytes() { return m_bytes; }

  private:
    ByteBuffer m_bytes;
    int m_used = 0;
};

} // namespace tests
