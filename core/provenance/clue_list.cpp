// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/clue_list.h"

#include "core/clues/clue_catalog.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace core::provenance {

std::string quotable(std::string_view words) {
    constexpr std::size_t kMost = 120;
    std::string line;
    for (const char c : words) {
        const bool isInside = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (line.size() >= kMost && !isInside)
            return line + "…";
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return line;
}

void ClueList::add(std::string_view sentence, examination::Direction direction, double strength,
                   std::map<std::string, double> numbers,
                   const std::map<std::string, std::string>& quotes, examination::ClueKind kind) {
    examination::Clue clue;
    clue.templateId = sentence;
    clue.kind = kind;
    clue.source = examination::ClueSource::File;
    clue.direction = direction;
    clue.strength = strength;
    clue.evidence = std::move(numbers);
    for (const auto& [name, words] : quotes)
        clue.quotes[name] = quotable(words);
    if (const char* text = clues::clueSentence(clue.templateId))
        clue.text = clues::filled(text, clue.evidence, clue.quotes);
    m_clues.push_back(std::move(clue));
}

std::vector<examination::Clue> ClueList::sorted() {
    std::ranges::stable_sort(m_clues, std::greater<>{}, &examination::Clue::strength);
    return std::move(m_clues);
}

} // namespace core::provenance
