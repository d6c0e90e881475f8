// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core::provenance::c2pa {

/// Unpacks a Brotli stream; nothing when it is broken or gives more than `most` bytes.
/// @source RFC 7932
[[nodiscard]] std::optional<std::vector<std::uint8_t>> unpackBrotli(image::Bytes packed,
                                                                    std::size_t most);

} // namespace core::provenance::c2pa
