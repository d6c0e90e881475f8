// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace core::model {

/// Bytes [begin, end) of an answer.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextRange&) const = default;
    [[nodiscard]] bool overlaps(const TextRange& other) const {
        return begin < other.end && other.begin < end;
    }
};

/// Where a model looked while it said one sentence, by one method.
struct SentenceMap {
    TextRange range;
    int columns = 0; ///< image tokens across
    int rows = 0;
    /// One value for each image token, row by row, not negative: what is beyond the baseline.
    std::vector<float> values;
    int contentTokens = 0;    ///< words that count
    int heads = 0;            ///< attention heads that were chosen; 0 for methods without
    int sinkTokens = 0;       ///< image tokens that draw attention whatever is said; filled in from
                              ///< their neighbors
    double sinkShare = 0;     ///< of words and chosen heads, by what a head adds to the map: their
                              ///< strongest image token was a sink
    double specificShare = 0; ///< of the attention to the image that the baseline does not explain
};

/// The image tokens as a grid, and which decoder layers are recorded.
struct AttentionShape {
    int columns = 0;
    int rows = 0;
    int firstLayer = 0; ///< recorded are [firstLayer, endLayer)
    int endLayer = 0;
    int heads = 0; ///< of each layer

    [[nodiscard]] std::size_t tokens() const {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] std::size_t allHeads() const {
        return static_cast<std::size_t>(endLayer - firstLayer) * static_cast<std::size_t>(heads);
    }
};

/// The layers at 40 to 75 % of the depth, where words are tied to places.
/// @return shape with the layers filled in
[[nodiscard]] AttentionShape middleLayers(int columns, int rows, int layers, int heads);

/// Attention to the image while an answer was generated: sums for each piece between full stops,
/// not for each token, so that a long answer fits into memory.
class AttentionRecord {
  public:
    explicit AttentionRecord(const AttentionShape& shape);

    [[nodiscard]] const AttentionShape& shape() const { return m_shape; }

    /// One recorded layer of the row that chooses the next token.
    /// @param toImage  heads x image tokens, softmax over all positions
    void addLayer(int layer, std::span<const float> toImage);
    /// The token that the row chose.
    /// @param text   of this token, as it went into the answer
    /// @param range  where it stands in the answer
    void addToken(std::string_view text, const TextRange& range);

    /// The same with the mean of all heads and layers in the place of each.
    [[nodiscard]] AttentionRecord withoutHeads() const;

    /// Image tokens known as sinks by what the model computed on them; see sinks.h.
    void setSinks(std::vector<char> sinks) { m_sinks = std::move(sinks); }

    /// The maps of sentences. The baseline of each is the mean of the opening and of the other
    /// sentences.
    /// @param opening  the fixed sentence with the verdict; empty when there is none
    [[nodiscard]] std::vector<SentenceMap> maps(std::span<const TextRange> sentences,
                                                const TextRange& opening) const;

  private:
    /// What was summed over the words of one piece of the answer.
    struct Piece {
        TextRange range;
        int words = 0;
        int contentWords = 0;
        std::vector<float> all;                        ///< over every token: allHeads x tokens
        std::vector<float> content;                    ///< over content words
        std::vector<std::vector<std::uint16_t>> peaks; ///< by content word: allHeads
        std::vector<int> frequent; ///< by image token: in how many words it was among the top
    };
    struct Sum;

    [[nodiscard]] std::vector<char> sinksWithout(const TextRange& sentence) const;
    [[nodiscard]] Sum sumOf(const TextRange& sentence) const;
    [[nodiscard]] Sum baselineOf(const TextRange& sentence, std::span<const TextRange> sentences,
                                 const TextRange& opening) const;
    [[nodiscard]] double sinkShareOf(const TextRange& sentence,
                                     const std::vector<std::size_t>& heads,
                                     const std::vector<double>& headMass,
                                     const std::vector<char>& sinks) const;
    [[nodiscard]] SentenceMap mapOf(const TextRange& sentence, const Sum& own, const Sum& baseline,
                                    const std::vector<char>& sinks) const;

    AttentionShape m_shape;
    std::vector<float> m_row; ///< allHeads x tokens, of the row in progress
    std::vector<Piece> m_pieces;
    std::vector<char> m_sinks;
    bool m_endsPiece = true;
};

} // namespace core::model
