// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::provenance::c2pa {

using image::Bytes;

/// One value of CBOR. Texts and byte strings are views into the bytes that were parsed, which must
/// outlive it.
class Cbor {
  public:
    enum class Kind { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Bool, Null, Float };

    Kind kind = Kind::Null;
    std::uint64_t number = 0; ///< Unsigned: the value; Negative: -1 - value; Tag: its number
    double real = 0;          ///< Float
    bool isTrue = false;      ///< Bool
    Bytes bytes;              ///< Bytes and Text
    std::vector<Cbor> items;  ///< Array: elements; Map: key, value, key, value, ...; Tag: one

    [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
    /// The value of a text or number key in a map, null when there is none.
    [[nodiscard]] const Cbor* find(std::string_view key) const;
    [[nodiscard]] const Cbor* find(std::int64_t key) const;
    /// The same, of that kind only.
    [[nodiscard]] const Cbor* find(std::string_view key, Kind wanted) const;
    [[nodiscard]] std::string_view text() const { return image::asText(bytes); }
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    /// The text of a member; empty when it is missing or no text.
    [[nodiscard]] std::string textOf(std::string_view key) const;
};

struct CborLimits {
    int depth = 32;
    std::size_t items = 200'000;
    /// What all values of one store may use together; lowered by each. Null: no such limit.
    std::size_t* budget = nullptr;
};

/// Reads exactly one value that fills `bytes`. Nothing for what is not well-formed, has duplicate
/// keys, indefinite strings, trailing bytes, or exceeds the limits; nothing is allocated for
/// lengths that the bytes do not hold.
/// @source RFC 8949
[[nodiscard]] std::optional<Cbor> parseCbor(Bytes bytes, const CborLimits& limits = {});

// Encoding of the few structures whose bytes are signed.
void appendCborHead(std::vector<std::uint8_t>& to, int majorType, std::uint64_t argument);
void appendCborBytes(std::vector<std::uint8_t>& to, Bytes bytes);
void appendCborText(std::vector<std::uint8_t>& to, std::string_view text);

} // namespace core::provenance::c2pa
