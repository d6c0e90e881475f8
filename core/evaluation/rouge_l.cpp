// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/rouge_l.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace core::evaluation {

namespace {

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    bool isInside = false;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isLetter && !isInside)
            words.emplace_back();
        if (isLetter)
            words.back() += c;
        isInside = isLetter;
    }
    return words;
}

std::size_t longestCommon(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const std::string& word : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = word == b[j - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

double rougeL(std::string_view candidate, std::string_view reference) {
    const auto a = wordsOf(candidate);
    const auto b = wordsOf(reference);
    const auto common = static_cast<double>(longestCommon(a, b));
    if (common == 0)
        return 0;
    const double precision = common / static_cast<double>(a.size());
    const double recall = common / static_cast<double>(b.size());
    return 2 * precision * recall / (precision + recall);
}

} // namespace core::evaluation
