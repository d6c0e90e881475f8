// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core::model {

/// Attention of many heads to the same grid of image tokens: heads x (columns x rows).
struct HeadMaps {
    std::span<const float> values;
    int columns = 0;
    int rows = 0;

    [[nodiscard]] std::size_t tokens() const {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] std::size_t count() const { return values.size() / tokens(); }
    [[nodiscard]] std::span<const float> head(std::size_t index) const {
        return values.subspan(index * tokens(), tokens());
    }
};

/// The index of the elbow of values sorted from large to small: the point farthest below the chord
/// from the first to the last.
[[nodiscard]] std::size_t elbow(std::span<const float> sorted);

/// How scattered a map is: entropy of the shares of the connected parts above its mean; 0 for one
/// part.
[[nodiscard]] double spatialEntropy(std::span<const float> map, int columns, int rows);

/// The few heads that tie words to places: of those with the most mass, the least scattered.
/// @param maps  what a sentence has beyond its baseline: heads that always look at the same place,
///              the bottom row for example, then have no mass
/// @return at most 10 indices, best first; empty only when there is no head
/// @source Kang et al., "Your Large Vision-Language Model Only Needs A Few Attention Heads For
///         Visual Grounding", CVPR 2025
[[nodiscard]] std::vector<std::size_t> groundingHeads(const HeadMaps& maps);

} // namespace core::model
