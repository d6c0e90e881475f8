// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::provenance::c2pa {

using image::Bytes;

/// Bytes of the file, from `start`.
struct Range {
    std::uint64_t start = 0;
    std::uint64_t length = 0;

    [[nodiscard]] std::uint64_t end() const { return start + length; }
    bool operator==(const Range&) const = default;
};

/// What the bytes are, as far as the place of credentials depends on it.
enum class Container {
    Unknown,
    Jpeg,
    Png,
    Riff,
    Tiff,
    Gif,
    Media,
    JpegXl,
    Pdf,
    Svg,
    Tagged, ///< sound with an ID3 tag: MP3, some FLAC
    Font,   ///< TrueType and OpenType
    Sidecar,
};

/// A manifest store as the file carries it.
struct Carrier {
    std::vector<std::uint8_t> store; ///< joined from its pieces
    Range place;                     ///< what a data hash must leave out, not more and not less
    std::uint64_t padding = 0;       ///< bytes after `place` that may be left out as well (RIFF)
    Range frame; ///< what may be left out instead of `place`: the same with its header (ID3)
    std::string problem; ///< English sentence when the pieces do not lie as they must
};

struct Carriers {
    Container container = Container::Unknown;
    std::vector<Carrier> stores;
    /// English sentence: the file is marked as carrying a store that cannot be joined.
    std::string damage;
};

/// Finds all manifest stores of a file by what it contains, whatever its name. Up to 64 MiB each.
/// @source C2PA 2.2, appendix A
[[nodiscard]] Carriers findCarriers(Bytes file);

/// The container of a file, by its first bytes.
[[nodiscard]] Container containerOf(Bytes file);

} // namespace core::provenance::c2pa
