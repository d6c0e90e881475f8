// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::provenance::c2pa {

using image::Bytes;

/// A content box of a superbox: "cbor", "json", "bfdb", "bidb", "brob", ...
struct ContentBox {
    std::string type; ///< four characters
    Bytes payload;    ///< without header
};

/// A JUMBF superbox. All views point into the bytes that were parsed, which must outlive it.
struct Superbox {
    std::string type; ///< first four characters of the description's UUID, e.g. "c2ma"; all 16
                      ///< bytes when the rest is not the usual one
    std::string label;
    Bytes whole;   ///< with its header
    Bytes content; ///< without its header: what a hashed URI covers
    std::vector<Superbox> children;
    std::vector<ContentBox> boxes;

    [[nodiscard]] const Superbox* child(std::string_view childLabel) const;
    /// The payload of the first content box of that type; empty when there is none.
    [[nodiscard]] Bytes payload(std::string_view boxType) const;
};

struct ParsedSuperbox {
    Superbox box;
    std::string problem; ///< English sentence; empty when everything could be read
};

/// Reads a superbox at the start of `bytes`; what follows it is left alone. At most 32 levels and
/// 10,000 boxes.
/// @source ISO 19566-5
[[nodiscard]] ParsedSuperbox parseSuperbox(Bytes bytes);

/// Whether the bytes begin with a superbox that is described as a C2PA manifest store.
[[nodiscard]] bool beginsStore(Bytes bytes);

/// The length that the box at the start of `bytes` states, 0 when it states none.
[[nodiscard]] std::uint64_t statedLength(Bytes bytes);

} // namespace core::provenance::c2pa
