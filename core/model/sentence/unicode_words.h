// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core::model {

struct WordRules {
    bool lowers = true;
    bool stripsAccents = true;
    bool partsChinese = true;
};

/// The words of a text as BERT parts it: white space separates; each punctuation mark, and each
/// Chinese character where the rules say so, is a word of its own; control characters are dropped.
/// @param text  UTF-8; other bytes are dropped
[[nodiscard]] std::vector<std::string> unicodeWords(std::string_view text, const WordRules& rules);

/// How many characters a UTF-8 text has.
[[nodiscard]] std::size_t characterCount(std::string_view text);

} // namespace core::model
