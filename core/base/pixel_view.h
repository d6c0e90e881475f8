// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace core {

/// Borrowed pixels: rows x columns x 3, uint8, in the channel order B, G, R; the upright image.
/// The owner must outlive the view.
struct PixelView {
    const std::uint8_t* data = nullptr;
    int width = 0;
    int height = 0;
    std::ptrdiff_t bytesPerRow = 0;

    [[nodiscard]] bool isEmpty() const { return data == nullptr || width <= 0 || height <= 0; }
};

} // namespace core
