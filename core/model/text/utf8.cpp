// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text/utf8.h"

#include <cstdint>

namespace core::model {

namespace {

/// Bytes of the character that a lead byte announces; 0 for a byte that cannot lead.
std::size_t announced(std::uint8_t lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if ((lead & 0xF0U) == 0xE0)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The second byte also tells overlong forms, surrogates and values that are too large.
bool isSecond(std::uint8_t lead, std::uint8_t second) {
    if ((second & 0xC0U) != 0x80)
        return false;
    if (lead == 0xE0)
        return second >= 0xA0;
    if (lead == 0xED)
        return second <= 0x9F;
    if (lead == 0xF0)
        return second >= 0x90;
    return lead != 0xF4 || second <= 0x8F;
}

} // namespace

Utf8Start utf8Start(std::string_view bytes) {
    using Kind = Utf8Start::Kind;
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const std::size_t length = announced(at(0));
    if (length == 0)
        return {Kind::Invalid, 1};
    for (std::size_t i = 1; i < length; ++i) {
        if (i == bytes.size())
            return {Kind::Incomplete, i};
        if (i == 1 ? !isSecond(at(0), at(1)) : (at(i) & 0xC0U) != 0x80)
            return {Kind::Invalid, 1};
    }
    return {Kind::Character, length};
}

std::string takeCharacters(std::string& pending, BytesFollow follow) {
    std::string taken;
    std::size_t position = 0;
    while (position < pending.size()) {
        const std::string_view rest = std::string_view(pending).substr(position);
        const Utf8Start start = utf8Start(rest);
        if (start.kind == Utf8Start::Kind::Incomplete && follow == BytesFollow::Perhaps)
            break;
        if (start.kind == Utf8Start::Kind::Character) {
            taken.append(rest.substr(0, start.bytes));
            position += start.bytes;
        } else {
            taken.append(kReplacementCharacter);
            ++position;
        }
    }
    pending.erase(0, position);
    return taken;
}

} // namespace core::model
