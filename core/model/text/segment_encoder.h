// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace core::model {

/// Cuts text without added tokens into the vocabulary's pieces.
class SegmentEncoder {
  public:
    /// Start: the first words of a whole text. AfterToken: behind an added token. Inside: the text
    /// goes on where something else ended. They differ in whether a space is put in front.
    enum class Position { Start, AfterToken, Inside };

    SegmentEncoder() = default;
    SegmentEncoder(const SegmentEncoder&) = delete;
    SegmentEncoder& operator=(const SegmentEncoder&) = delete;
    virtual ~SegmentEncoder() = default;

    /// @param text  not empty
    [[nodiscard]] virtual std::vector<std::int64_t> encode(std::string_view text,
                                                           Position position) const = 0;
};

/// Where a tokenizer puts a space in front of a segment.
enum class SpacePrefix { Never, AtStart, EverySegment };

/// Whether a segment at this place gets a space in front.
[[nodiscard]] inline bool needsSpace(SpacePrefix prefix, SegmentEncoder::Position position) {
    return (prefix == SpacePrefix::EverySegment && position != SegmentEncoder::Position::Inside) ||
           (prefix == SpacePrefix::AtStart && position == SegmentEncoder::Position::Start);
}

} // namespace core::model
