// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace tests::cbor {

using Bytes = std::vector<std::uint8_t>;

/// Appends one to the other.
Bytes& operator+=(Bytes& to, const Bytes& more);
[[nodiscard]] Bytes joined(const std::vector<Bytes>& parts);

// One encoded value each. Numbers up to 32 bits take five bytes, so that sizes do not depend on
// them.
[[nodiscard]] Bytes text(std::string_view value);
[[nodiscard]] Bytes bytes(const Bytes& value);
[[nodiscard]] Bytes number(std::uint64_t value);
[[nodiscard]] Bytes negative(int value); ///< below 0
[[nodiscard]] Bytes boolean(bool value);
[[nodiscard]] Bytes null();
[[nodiscard]] Bytes array(const std::vector<Bytes>& items);
[[nodiscard]] Bytes map(const std::vector<std::pair<std::string_view, Bytes>>& entries);
/// Keys are encoded already.
[[nodiscard]] Bytes rawMap(const std::vector<std::pair<Bytes, Bytes>>& entries);
[[nodiscard]] Bytes tagged(int tag, const Bytes& value);

} // namespace tests::cbor
