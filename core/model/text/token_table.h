// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// SentencePiece's sign for a space, U+2581.
inline constexpr std::string_view kSpaceSign = "\xE2\x96\x81";

/// One token as text.
struct Token {
    std::string text;        ///< as in the vocabulary, with kSpaceSign for spaces
    bool isSpecial = false;  ///< never printed
    bool isVerbatim = false; ///< an added token: printed as it is
};

/// A token that is found in the text before it is cut into pieces.
struct AddedToken {
    std::int64_t id = 0;
    std::string text;
    bool isSpecial = false;
    bool eatsSpaceBefore = false;
    bool eatsSpaceAfter = false;
};

/// All tokens by id.
using TokenTable = std::vector<Token>;

/// The value of a byte token "<0x0A>"; nothing for other texts.
[[nodiscard]] inline std::optional<char> byteOf(std::string_view text) {
    if (text.size() != 6 || !text.starts_with("<0x") || !text.ends_with('>'))
        return std::nullopt;
    int value = 0;
    for (const char digit : text.substr(3, 2)) {
        const bool isNumber = digit >= '0' && digit <= '9';
        if (!isNumber && (digit < 'A' || digit > 'F'))
            return std::nullopt;
        value = value * 16 + (isNumber ? digit - '0' : digit - 'A' + 10);
    }
    return static_cast<char>(value);
}

} // namespace core::model
