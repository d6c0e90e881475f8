// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace core::model {

/// One field of a serialized protobuf message.
struct ProtobufField {
    std::uint32_t number = 0;
    std::uint64_t value = 0; ///< of a varint or fixed-width field, its bits
    std::string_view bytes;  ///< of a length-delimited field
};

/// Walks over the fields of a message; stops at the first thing that does not fit into the bytes.
/// @source https://protobuf.dev/programming-guides/encoding
class ProtobufReader {
  public:
    explicit ProtobufReader(std::string_view message) : m_rest(message) {}

    /// Nothing at the end and after damage: see isDamaged().
    [[nodiscard]] std::optional<ProtobufField> next();
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }

  private:
    [[nodiscard]] std::optional<std::uint64_t> varint();
    [[nodiscard]] std::optional<std::uint64_t> fixed(std::size_t width);

    std::string_view m_rest;
    bool m_isDamaged = false;
};

} // namespace core::model
