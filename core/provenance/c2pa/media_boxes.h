// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::provenance::c2pa {

using image::Bytes;

/// A box of an ISO base media file.
struct MediaBox {
    std::string type;
    std::uint64_t start = 0;
    std::uint64_t header = 8; ///< 8 or 16
    std::uint64_t length = 0; ///< with header
};

/// Boxes of a part of the file, one level. Stops where lengths make no sense, and after 20,000.
/// @source ISO 14496-12, 4.2
[[nodiscard]] std::vector<MediaBox> boxesIn(Bytes file, std::uint64_t start, std::uint64_t end);

[[nodiscard]] std::vector<MediaBox> topLevelBoxes(Bytes file);

/// Whether it is the uuid box of C2PA, of whatever purpose.
[[nodiscard]] bool isCredentialBox(const MediaBox& box, Bytes file);

} // namespace core::provenance::c2pa
