// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/attention_record.h"

#include "core/model/grounding/content_words.h"
#include "core/model/grounding/head_choice.h"
#include "core/model/grounding/sinks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace core::model {

namespace {

constexpr double kFirstDepth = 0.4;
constexpr double kEndDepth = 0.75;
/// A sink by habit: among the top 2 % of image tokens in over 80 % of the words said elsewhere.
constexpr double kTopShare = 0.02;
constexpr double kHabit = 0.8;
constexpr int kFewestWords = 5;

float medianOf(std::vector<float> values) {
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Counts the image tokens that get the most of a row, summed over its heads.
void countTop(std::span<const float> row, std::vector<int>& frequent) {
    const std::size_t tokens = frequent.size();
    std::vector<float> mass(tokens, 0.0F);
    for (std::size_t i = 0; i < row.size(); ++i)
        mass[i % tokens] += row[i];
    const auto top =
        static_cast<std::size_t>(std::max(1.0, std::ceil(kTopShare * static_cast<double>(tokens))));
    std::vector<float> sorted = mass;
    std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(top - 1),
                             std::greater<>{});
    for (std::size_t token = 0; token < tokens; ++token)
        frequent[token] += mass[token] >= sorted[top - 1] ? 1 : 0;
}

void add(std::vector<float>& sum, std::span<const float> more) {
    for (std::size_t i = 0; i < more.size(); ++i)
        sum[i] += more[i];
}

} // namespace

/// Mean attention for each word: allHeads x image tokens.
struct AttentionRecord::Sum {
    std::vector<float> mean;
    int words = 0;
};

AttentionShape middleLayers(int columns, int rows, int layers, int heads) {
    const int first = static_cast<int>(std::ceil(kFirstDepth * layers));
    const int end = static_cast<int>(std::ceil(kEndDepth * layers));
    return {columns, rows, std::min(first, layers - 1), std::max(end, first + 1), heads};
}

AttentionRecord::AttentionRecord(const AttentionShape& shape)
    : m_shape(shape), m_row(shape.allHeads() * shape.tokens()), m_sinks(shape.tokens(), 0) {}

void AttentionRecord::addLayer(int layer, std::span<const float> toImage) {
    const std::size_t size = static_cast<std::size_t>(m_shape.heads) * m_shape.tokens();
    if (layer < m_shape.firstLayer || layer >= m_shape.endLayer || toImage.size() != size)
        return;
    std::ranges::copy(toImage, m_row.begin() + (layer - m_shape.firstLayer) *
                                                   static_cast<std::ptrdiff_t>(size));
}

void AttentionRecord::addToken(std::string_view text, const TextRange& range) {
    if (std::exchange(m_endsPiece, false)) {
        Piece piece;
        piece.range = range;
        piece.all.assign(m_row.size(), 0.0F);
        piece.content.assign(m_row.size(), 0.0F);
        piece.frequent.assign(m_shape.tokens(), 0);
        m_pieces.push_back(std::move(piece));
    }
    Piece& piece = m_pieces.back();
    piece.range.end = range.end;
    ++piece.words;
    add(piece.all, m_row);
    countTop(m_row, piece.frequent);
    if (isContentWord(text)) {
        ++piece.contentWords;
        add(piece.content, m_row);
        std::vector<std::uint16_t> peaks;
        const auto tokens = static_cast<std::ptrdiff_t>(m_shape.tokens());
        for (auto head = m_row.begin(); head != m_row.end(); head += tokens)
            peaks.push_back(
                static_cast<std::uint16_t>(std::max_element(head, head + tokens) - head));
        piece.peaks.push_back(std::move(peaks));
    }
    m_endsPiece = text.find_first_of(".!?\n") != std::string_view::npos;
}

AttentionRecord AttentionRecord::withoutHeads() const {
    AttentionShape shape = m_shape;
    shape.endLayer = shape.firstLayer + 1;
    shape.heads = 1;
    const std::size_t tokens = shape.tokens();
    const auto mean = [&](const std::vector<float>& heads) {
        std::vector<float> sum(tokens, 0.0F);
        for (std::size_t i = 0; i < heads.size(); ++i)
            sum[i % tokens] += heads[i] / static_cast<float>(m_shape.allHeads());
        return sum;
    };
    AttentionRecord record(shape);
    record.m_sinks = m_sinks;
    for (const Piece& piece : m_pieces) {
        Piece merged = piece;
        merged.all = mean(piece.all);
        merged.content = mean(piece.content);
        for (auto& peaks : merged.peaks) {
            // The token that most heads look at.
            std::vector<int> votes(tokens, 0);
            for (const std::uint16_t peak : peaks)
                ++votes[peak];
            peaks = {static_cast<std::uint16_t>(std::ranges::max_element(votes) - votes.begin())};
        }
        record.m_pieces.push_back(std::move(merged));
    }
    return record;
}

std::vector<char> AttentionRecord::sinksWithout(const TextRange& sentence) const {
    std::vector<char> sinks = m_sinks;
    std::vector<int> frequent(m_shape.tokens(), 0);
    int words = 0;
    for (const Piece& piece : m_pieces) {
        if (piece.range.overlaps(sentence))
            continue;
        words += piece.words;
        for (std::size_t token = 0; token < frequent.size(); ++token)
            frequent[token] += piece.frequent[token];
    }
    for (std::size_t token = 0; words >= kFewestWords && token < frequent.size(); ++token)
        if (frequent[token] > kHabit * words)
            sinks[token] = 1;
    return sinks;
}

AttentionRecord::Sum AttentionRecord::sumOf(const TextRange& sentence) const {
    Sum sum{std::vector<float>(m_row.size(), 0.0F), 0};
    for (const Piece& piece : m_pieces) {
        if (!piece.range.overlaps(sentence))
            continue;
        add(sum.mean, piece.content);
        sum.words += piece.contentWords;
    }
    for (float& value : sum.mean)
        value /= static_cast<float>(std::max(1, sum.words));
    return sum;
}

AttentionRecord::Sum AttentionRecord::baselineOf(const TextRange& sentence,
                                                 std::span<const TextRange> sentences,
                                                 const TextRange& opening) const {
    Sum baseline{std::vector<float>(m_row.size(), 0.0F), 0};
    float parts = 0;
    Sum first{std::vector<float>(m_row.size(), 0.0F), 0};
    for (const Piece& piece : m_pieces) {
        if (!piece.range.overlaps(opening))
            continue;
        add(first.mean, piece.all);
        first.words += piece.words;
    }
    if (first.words > 0) {
        for (float& value : first.mean)
            value /= static_cast<float>(first.words);
        add(baseline.mean, first.mean);
        ++parts;
    }
    for (const TextRange& other : sentences) {
        if (other == sentence)
            continue;
        const Sum sum = sumOf(other);
        if (sum.words == 0)
            continue;
        add(baseline.mean, sum.mean);
        ++parts;
    }
    for (float& value : baseline.mean)
        value /= std::max(1.0F, parts);
    baseline.words = static_cast<int>(parts);
    return baseline;
}

double AttentionRecord::sinkShareOf(const TextRange& sentence,
                                    const std::vector<std::size_t>& heads,
                                    const std::vector<double>& headMass,
                                    const std::vector<char>& sinks) const {
    double looks = 0;
    double atSinks = 0;
    for (const Piece& piece : m_pieces) {
        if (!piece.range.overlaps(sentence))
            continue;
        for (const auto& peaks : piece.peaks)
            for (std::size_t i = 0; i < heads.size(); ++i) {
                looks += headMass[i];
                atSinks += sinks[peaks[heads[i]]] != 0 ? headMass[i] : 0;
            }
    }
    return looks > 0 ? atSinks / looks : 0;
}

SentenceMap AttentionRecord::mapOf(const TextRange& sentence, const Sum& own, const Sum& baseline,
                                   const std::vector<char>& sinks) const {
    const std::size_t tokens = m_shape.tokens();
    std::vector<float> said = own.mean;
    std::vector<float> usual = baseline.mean;
    for (std::size_t head = 0; head < m_shape.allHeads(); ++head) {
        fillSinks({said.data() + head * tokens, tokens}, m_shape.columns, m_shape.rows, sinks);
        fillSinks({usual.data() + head * tokens, tokens}, m_shape.columns, m_shape.rows, sinks);
    }
    std::vector<float> beyond(said.size());
    for (std::size_t i = 0; i < said.size(); ++i)
        beyond[i] = std::max(0.0F, said[i] - usual[i]);
    const auto heads = groundingHeads({beyond, m_shape.columns, m_shape.rows});

    SentenceMap map;
    map.range = sentence;
    map.columns = m_shape.columns;
    map.rows = m_shape.rows;
    map.values.assign(tokens, 0.0F);
    map.contentTokens = own.words;
    map.heads = static_cast<int>(heads.size());
    map.sinkTokens = static_cast<int>(std::ranges::count(sinks, 1));
    double all = 0;
    std::vector<double> headMass;
    for (const std::size_t head : heads) {
        headMass.push_back(0);
        for (std::size_t token = 0; token < tokens; ++token) {
            map.values[token] += beyond[head * tokens + token];
            headMass.back() += beyond[head * tokens + token];
            all += said[head * tokens + token];
        }
    }
    // What is everywhere a little beyond the baseline points nowhere.
    const float everywhere = medianOf(map.values);
    double specific = 0;
    for (float& value : map.values) {
        value = std::max(0.0F, value - everywhere);
        specific += value;
    }
    map.specificShare = all > 0 ? specific / all : 0;

    map.sinkShare = sinkShareOf(sentence, heads, headMass, sinks);
    return map;
}

std::vector<SentenceMap> AttentionRecord::maps(std::span<const TextRange> sentences,
                                               const TextRange& opening) const {
    std::vector<SentenceMap> maps;
    for (const TextRange& sentence : sentences)
        maps.push_back(mapOf(sentence, sumOf(sentence), baselineOf(sentence, sentences, opening),
                             sinksWithout(sentence)));
    return maps;
}

} // namespace core::model
