// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace core::model {

/// What stands at the start of some bytes.
struct Utf8Start {
    enum class Kind { Character, Invalid, Incomplete };
    Kind kind = Kind::Invalid;
    std::size_t bytes = 1; ///< of the character; 1 for an invalid byte; all of an incomplete one
};

/// Refuses overlong forms, surrogates and values above U+10FFFF (RFC 3629).
/// @param bytes  not empty
[[nodiscard]] Utf8Start utf8Start(std::string_view bytes);

/// U+FFFD, put in place of each byte that is no character.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

enum class BytesFollow { Perhaps, No };

/// Moves all complete characters of `pending` out as valid UTF-8. What could still become a
/// character stays behind; when nothing follows, each of its bytes is replaced.
[[nodiscard]] std::string takeCharacters(std::string& pending, BytesFollow follow);

} // namespace core::model
