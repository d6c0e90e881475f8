// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sentence/unicode_words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace core::model {

namespace {

constexpr UChar32 kReplacement = 0xFFFD;

bool isBlank(UChar32 letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' ||
           u_charType(letter) == U_SPACE_SEPARATOR;
}

bool isDropped(UChar32 letter) {
    if (letter == 0 || letter == kReplacement)
        return true;
    if (letter == '\t' || letter == '\n' || letter == '\r')
        return false;
    switch (u_charType(letter)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
        return true;
    default:
        return false;
    }
}

bool isPunctuation(UChar32 letter) {
    const bool isAscii = (letter >= 33 && letter <= 47) || (letter >= 58 && letter <= 64) ||
                         (letter >= 91 && letter <= 96) || (letter >= 123 && letter <= 126);
    return isAscii || u_ispunct(letter) != 0;
}

/// The blocks that BERT's reference parts; Hangul, Hiragana and Katakana are not among them.
bool isChinese(UChar32 letter) {
    constexpr std::pair<UChar32, UChar32> kBlocks[] = {
        {0x4E00, 0x9FFF},   {0x3400, 0x4DBF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F},
        {0x2B740, 0x2B81F}, {0x2B820, 0x2CEAF}, {0xF900, 0xFAFF},   {0x2F800, 0x2FA1F}};
    return std::ranges::any_of(kBlocks, [&](const auto& block) {
        return letter >= block.first && letter <= block.second;
    });
}

/// Code points, those that form none left out.
std::u32string decoded(std::string_view text) {
    std::u32string letters;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < size;) {
        UChar32 letter = 0;
        U8_NEXT(bytes, i, size, letter);
        if (letter >= 0)
            letters.push_back(static_cast<char32_t>(letter));
    }
    return letters;
}

/// Canonically decomposed.
std::u32string decomposed(const std::u32string& letters) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* form = unorm2_getNFDInstance(&error);
    if (U_FAILURE(error))
        return letters;
    std::u32string result;
    for (const char32_t letter : letters) {
        UChar parts[64];
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t count = unorm2_getDecomposition(form, static_cast<UChar32>(letter),
                                                           parts, std::size(parts), &status);
        if (count < 0 || U_FAILURE(status)) {
            result.push_back(letter);
            continue;
        }
        for (std::int32_t i = 0; i < count;) {
            UChar32 part = 0;
            U16_NEXT(parts, i, count, part);
            result.push_back(static_cast<char32_t>(part));
        }
    }
    return result;
}

void append(std::string& text, UChar32 letter) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t count = 0;
    U8_APPEND_UNSAFE(bytes, count, letter);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

} // namespace

std::vector<std::string> unicodeWords(std::string_view text, const WordRules& rules) {
    std::u32string letters = decoded(text);
    if (rules.stripsAccents)
        letters = decomposed(letters);
    std::vector<std::string> words;
    bool isInside = false;
    for (const char32_t code : letters) {
        auto letter = static_cast<UChar32>(code);
        if (isDropped(letter) || (rules.stripsAccents && u_charType(letter) == U_NON_SPACING_MARK))
            continue;
        if (isBlank(letter)) {
            isInside = false;
            continue;
        }
        if (rules.lowers)
            letter = u_tolower(letter);
        const bool standsAlone = isPunctuation(letter) || (rules.partsChinese && isChinese(letter));
        if (standsAlone || !isInside)
            words.emplace_back();
        append(words.back(), letter);
        isInside = !standsAlone;
    }
    return words;
}

std::size_t characterCount(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

} // namespace core::model
