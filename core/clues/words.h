// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core::clues {

/// The words of an English text in lower case: runs of letters, digits and apostrophes. Other
/// characters only separate.
[[nodiscard]] inline std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    bool isInside = false;
    for (const char letter : text) {
        const bool isUpper = letter >= 'A' && letter <= 'Z';
        const bool belongs = isUpper || (letter >= 'a' && letter <= 'z') ||
                             (letter >= '0' && letter <= '9') || letter == '\'';
        if (belongs && !isInside)
            words.emplace_back();
        if (belongs)
            words.back().push_back(isUpper ? static_cast<char>(letter - 'A' + 'a') : letter);
        isInside = belongs;
    }
    return words;
}

} // namespace core::clues
