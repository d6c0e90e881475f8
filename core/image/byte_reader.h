// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace core::image {

using Bytes = std::span<const std::uint8_t>;

enum class ByteOrder { Little, Big };

/// The unsigned number of `width` bytes (1 to 8) at `offset`; nothing when it does not fit.
[[nodiscard]] inline std::optional<std::uint64_t> readNumber(Bytes bytes, std::uint64_t offset,
                                                             int width, ByteOrder order) {
    if (offset > bytes.size() || bytes.size() - offset < static_cast<std::uint64_t>(width))
        return std::nullopt;
    std::uint64_t value = 0;
    for (int i = 0; i < width; ++i) {
        const int at = order == ByteOrder::Big ? i : width - 1 - i;
        value = value << 8 | bytes[offset + static_cast<std::uint64_t>(at)];
    }
    return value;
}

/// `length` bytes from `offset`; nothing when they do not fit.
[[nodiscard]] inline std::optional<Bytes> slice(Bytes bytes, std::uint64_t offset,
                                                std::uint64_t length) {
    if (offset > bytes.size() || bytes.size() - offset < length)
        return std::nullopt;
    return bytes.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
}

/// The bytes seen as characters, for comparing and searching.
[[nodiscard]] inline std::string_view asText(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace core::image
