// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace core::image {

/// Hashes (see perceptual_hash.h) that differ in at most so many of 64 bits are of one picture.
inline constexpr int kNearBits = 6;

/// Groups pictures that show the same. Each group has the hash of its first picture, and nobody is
/// farther from it than kNearBits: groups do not grow along chains of small changes.
/// @return for each hash the place of its group's first picture; its own where it is alone or has
///         no hash. A hundred thousand take a fraction of a second.
[[nodiscard]] std::vector<std::size_t>
nearDuplicates(const std::vector<std::optional<std::uint64_t>>& hashes);

} // namespace core::image
