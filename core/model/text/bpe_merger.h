// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core::model {

/// Joins neighboring pieces, the best-ranked pair first, until none is left to join.
class BpeMerger {
  public:
    struct Merge {
        std::int32_t rank = 0;
        std::int32_t result = 0;
    };
    using Vocabulary = std::unordered_map<std::string, std::int32_t>;

    /// @param bytes    the 256 byte tokens, or empty
    /// @param unknown  for characters that are neither in the vocabulary nor have byte tokens
    BpeMerger(Vocabulary vocabulary, std::unordered_map<std::uint64_t, Merge> merges,
              std::vector<std::int32_t> bytes, std::int32_t unknown)
        : m_vocabulary(std::move(vocabulary)), m_merges(std::move(merges)),
          m_bytes(std::move(bytes)), m_unknown(unknown) {}

    /// Key of a pair in the merge table.
    [[nodiscard]] static std::uint64_t pairKey(std::int32_t left, std::int32_t right) {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32U |
               static_cast<std::uint32_t>(right);
    }

    /// n log n in the text's length.
    [[nodiscard]] std::vector<std::int64_t> pieces(std::string_view text) const;

  private:
    [[nodiscard]] std::vector<std::int32_t> characters(std::string_view text) const;

    Vocabulary m_vocabulary;
    std::unordered_map<std::uint64_t, Merge> m_merges;
    std::vector<std::int32_t> m_bytes;
    std::int32_t m_unknown;
};

} // namespace core::model
