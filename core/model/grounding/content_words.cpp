// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/content_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace core::model {

namespace {

// Sorted, for a binary search.
constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"a",     "about", "all",   "also",  "although", "an",    "and",  "any",   "are",   "as",
     "at",    "be",    "been",  "being", "but",      "by",    "can",  "could", "do",    "does",
     "for",   "from",  "had",   "has",   "have",     "he",    "her",  "his",   "how",   "i",
     "if",    "in",    "into",  "is",    "it",       "its",   "may",  "might", "more",  "most",
     "much",  "must",  "near",  "no",    "nor",      "not",   "of",   "on",    "or",    "other",
     "our",   "over",  "s",     "she",   "should",   "so",    "some", "such",  "t",     "than",
     "that",  "the",   "their", "them",  "there",    "these", "they", "this",  "those", "to",
     "too",   "under", "very",  "was",   "we",       "were",  "what", "when",  "where", "which",
     "while", "who",   "will",  "with",  "within",   "would", "you",  "your"});
static_assert(std::ranges::is_sorted(kFunctionWords));

bool isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter & 0x80) != 0;
}

} // namespace

bool isContentWord(std::string_view token) {
    std::string word;
    for (const char letter : token)
        if (isLetter(letter))
            word.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a')
                                                          : letter);
    return !word.empty() && !std::ranges::binary_search(kFunctionWords, std::string_view(word));
}

} // namespace core::model
