// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/sentence_register.h"

#include "core/clues/clue_taxonomy.h"
#include "core/clues/words.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace core::clues {

namespace {

constexpr std::array<std::string_view, 40> kFillers = {
    "a",     "an",    "the",   "is",     "are",     "was",  "were",  "be",
    "of",    "on",    "in",    "at",     "and",     "or",   "with",  "to",
    "for",   "from",  "by",    "as",     "it",      "its",  "this",  "that",
    "these", "those", "there", "which",  "has",     "have", "image", "picture",
    "photo", "very",  "s",     "appear", "appears", "seem", "seems", "particularly"};

/// Names of things, and fillers, tell nothing about what is said of them.
bool isSubject(const std::string& word) {
    return std::ranges::find(kFillers, std::string_view(word)) != kFillers.end() ||
           (categoryOf(word) != examination::Category::Unknown && !kindOf(word));
}

bool isModels(const examination::Clue& clue) {
    return clue.source == examination::ClueSource::Model;
}

} // namespace

std::string coreOfSentence(std::string_view sentence) {
    std::vector<std::string> words;
    for (std::string& word : wordsOf(sentence)) {
        if (word.ends_with("'s"))
            word.resize(word.size() - 2);
        if (!isSubject(word))
            words.push_back(std::move(word));
    }
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
    std::string core;
    for (const std::string& word : words)
        core += (core.empty() ? "" : " ") + word;
    return core;
}

void SentenceRegister::add(std::uint64_t picture, const examination::Examination& examination) {
    if (!examination.answer)
        return;
    std::set<std::string>& said = m_pictures[picture];
    for (const std::string& core : said)
        --m_counts[core];
    said.clear();
    for (const examination::Clue& clue : examination.clues)
        if (isModels(clue) && !clue.isUnfinished)
            said.insert(coreOfSentence(clue.text));
    for (const std::string& core : said)
        ++m_counts[core];
}

void SentenceRegister::annotate(examination::Examination& examination) const {
    const auto pictures = static_cast<int>(m_pictures.size());
    for (examination::Clue& clue : examination.clues) {
        if (!isModels(clue) || clue.isUnfinished)
            continue;
        const auto found = m_counts.find(coreOfSentence(clue.text));
        if (found == m_counts.end() || found->second == 0)
            continue;
        const bool wasBoilerplate = clue.repetition.isBoilerplate;
        clue.repetition = {found->second, pictures,
                           pictures >= kFewestPictures &&
                               found->second >= kBoilerplateShare * pictures,
                           clue.repetition.isStock};
        // A stock phrase was weakened when it was read.
        if (clue.repetition.isBoilerplate && !wasBoilerplate && !clue.repetition.isStock)
            clue.strength /= 2;
    }
}

std::vector<std::size_t> orderOfClues(const std::vector<examination::Clue>& clues) {
    std::vector<std::size_t> order(clues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_partition(order, [&](std::size_t index) {
        const examination::Repetition& repetition = clues[index].repetition;
        return !repetition.isBoilerplate && !repetition.isStock && !clues[index].isUnfinished;
    });
    return order;
}

} // namespace core::clues
