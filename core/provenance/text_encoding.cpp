// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/text_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace core::provenance {

namespace {

constexpr std::size_t kMostBytesKept = 4'096;

void appendUtf8(std::string& text, std::uint32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | code >> 18);
        text += static_cast<char>(0x80 | (code >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::uint8_t byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

/// Length of the UTF-8 character at a place; 0 when there is none.
std::size_t characterLength(std::string_view bytes, std::size_t at) {
    const std::uint8_t lead = byteAt(bytes, at);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || bytes.size() - at < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byteAt(bytes, at + i) & 0xC0) != 0x80)
            return 0;
    const bool isOverlong = (lead == 0xE0 && byteAt(bytes, at + 1) < 0xA0) ||
                            (lead == 0xF0 && byteAt(bytes, at + 1) < 0x90);
    const bool isSurrogate = lead == 0xED && byteAt(bytes, at + 1) >= 0xA0;
    return isOverlong || isSurrogate ? 0 : length;
}

/// Text converted by the C library; nothing when some of it is no such text.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
    const iconv_t tool = iconv_open("UTF-8", encoding);
    if (tool == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    std::string text(bytes.size() * 4 + 4, '\0');
    char* from = const_cast<char*>(bytes.data()); // iconv never writes there
    std::size_t left = bytes.size();
    char* to = text.data();
    std::size_t room = text.size();
    const std::size_t result = iconv(tool, &from, &left, &to, &room);
    iconv_close(tool);
    if (result == static_cast<std::size_t>(-1) || left != 0)
        return std::nullopt;
    text.resize(text.size() - room);
    return text;
}

/// Kana are what tells Japanese from any other reading of the same bytes. Half-width ones do not
/// count: they are single bytes, as the accented letters of Latin-1 are.
bool hasKana(std::string_view utf8) {
    int kana = 0;
    for (std::size_t at = 0; at + 2 < utf8.size(); ++at)
        if (byteAt(utf8, at) == 0xE3 && byteAt(utf8, at + 1) >= 0x81 &&
            byteAt(utf8, at + 1) <= 0x83)
            ++kana;
    return kana >= 2;
}

std::uint32_t unitAt(std::string_view bytes, std::size_t at, bool isBig) {
    const std::uint32_t first = byteAt(bytes, at);
    const std::uint32_t second = byteAt(bytes, at + 1);
    return isBig ? first << 8 | second : second << 8 | first;
}

/// How many code units are letters that people write most.
std::size_t usualUnits(std::string_view bytes, bool isBig) {
    std::size_t usual = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t unit = unitAt(bytes, at, isBig);
        if ((unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' ||
            (unit >= 0x3040 && unit < 0x3100))
            ++usual;
    }
    return usual;
}

std::string utf16Text(std::string_view bytes, bool isBig) {
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unitAt(bytes, at, isBig);
        if (code == 0)
            continue;
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
            const std::uint32_t low = unitAt(bytes, at + 2, isBig);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        appendUtf8(text, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    }
    return text;
}

std::string_view withoutPadding(std::string_view bytes) {
    while (!bytes.empty() && (bytes.back() == '\0' || bytes.back() == ' '))
        bytes.remove_suffix(1);
    return bytes;
}

} // namespace

bool isUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = characterLength(bytes, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string utf8OfLatin1(std::string_view bytes) {
    // Windows-1252 in the range where Latin-1 has control characters.
    static constexpr std::array<std::uint16_t, 32> kHigh = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::uint8_t byte = byteAt(bytes, at);
        appendUtf8(text, byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80] : byte);
    }
    return text;
}

ReadText readUnmarkedText(std::string_view bytes) {
    if (isUtf8(bytes))
        return {std::string(bytes), {}};
    if (auto japanese = converted(bytes, "CP932"); japanese && hasKana(*japanese))
        return {std::move(*japanese), "Shift-JIS"};
    return {utf8OfLatin1(bytes), "Latin-1"};
}

std::string readUtf16(std::string_view bytes, bool bigEndianStated) {
    if (bytes.starts_with("\xFE\xFF"))
        return utf16Text(bytes.substr(2), true);
    if (bytes.starts_with("\xFF\xFE"))
        return utf16Text(bytes.substr(2), false);
    const std::size_t big = usualUnits(bytes, true);
    const std::size_t little = usualUnits(bytes, false);
    return utf16Text(bytes, big == little ? bigEndianStated : big > little);
}

ReadText readUserComment(std::string_view bytes, bool isBigEndian) {
    constexpr std::size_t kCode = 8;
    if (bytes.size() < kCode)
        return readUnmarkedText(withoutPadding(bytes));
    const std::string_view code = bytes.substr(0, kCode);
    const std::string_view rest = bytes.substr(kCode);
    if (code.starts_with("UNICODE")) {
        // Some programs write UTF-8 under this name; in UTF-16 every second byte of usual text is
        // 0.
        const std::string_view text = withoutPadding(rest);
        if (text.find('\0') == std::string_view::npos && isUtf8(text) && !text.starts_with("\xFF"))
            return {std::string(text), {}};
        return {readUtf16(rest, isBigEndian), {}};
    }
    if (code.starts_with("JIS")) {
        if (auto japanese = converted(withoutPadding(rest), "ISO-2022-JP"))
            return {std::move(*japanese), {}};
        return readUnmarkedText(withoutPadding(rest));
    }
    const bool isNamed = code.starts_with("ASCII") || code.find_first_not_of('\0') == code.npos;
    // Without a name the first bytes are text already.
    return readUnmarkedText(withoutPadding(isNamed ? rest : bytes));
}

examination::MetadataField fieldOfBytes(std::string group, std::string name,
                                        std::string_view bytes) {
    ReadText read = readUnmarkedText(bytes);
    examination::MetadataField field{std::move(group), std::move(name), std::move(read.text)};
    if (read.guess.empty())
        return field;
    field.guess = std::move(read.guess);
    for (const char byte : bytes.substr(0, kMostBytesKept)) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        field.bytes += kDigits[static_cast<std::uint8_t>(byte) >> 4];
        field.bytes += kDigits[static_cast<std::uint8_t>(byte) & 15];
    }
    return field;
}

} // namespace core::provenance
