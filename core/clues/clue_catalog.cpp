// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_catalog.h"

#include "core/clues/clue_sentences.h"

#include <charconv>
#include <cstdio>
#include <vector>

namespace core::clues {

namespace {

std::vector<ClueTemplate> joinedCatalog() {
    std::vector<ClueTemplate> all;
    for (const auto part : {compressionSentences(), pixelSentences(), fileSentences(),
                            formSentences(), verdictSentences(), supportSentences()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string numberText(double value, int digits, char decimalPoint) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
    std::string text = buffer;
    if (const auto point = text.find('.'); point != std::string::npos)
        text[point] = decimalPoint;
    return text;
}

/// What stands for the gap `name`, `name:digits` or `@quote`.
std::string gapText(std::string_view gap, const std::map<std::string, double>& numbers,
                    const std::map<std::string, std::string>& quotes, char decimalPoint) {
    if (gap.starts_with('@')) {
        const auto quote = quotes.find(std::string(gap.substr(1)));
        return quote == quotes.end() ? "?" : quote->second;
    }
    int digits = 0;
    const auto colon = gap.find(':');
    if (colon != std::string_view::npos)
        std::from_chars(gap.data() + colon + 1, gap.data() + gap.size(), digits);
    const auto number = numbers.find(std::string(gap.substr(0, colon)));
    return number == numbers.end() ? "?" : numberText(number->second, digits, decimalPoint);
}

} // namespace

std::span<const ClueTemplate> clueCatalog() {
    static const std::vector<ClueTemplate> kAll = joinedCatalog();
    return kAll;
}

const char* clueSentence(std::string_view id) {
    for (const ClueTemplate& entry : clueCatalog()) {
        if (entry.id == id)
            return entry.sentence;
    }
    return nullptr;
}

std::string filled(std::string_view sentence, const std::map<std::string, double>& numbers,
                   const std::map<std::string, std::string>& quotes, char decimalPoint) {
    std::string text;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        const auto close = sentence.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return text.append(sentence);
        text.append(sentence.substr(0, open));
        text += gapText(sentence.substr(open + 1, close - open - 1), numbers, quotes, decimalPoint);
        sentence.remove_prefix(close + 1);
    }
    return text;
}

} // namespace core::clues
