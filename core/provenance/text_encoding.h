// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/provenance_record.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::provenance {

/// Bytes of a file as UTF-8, and how they were read where that is a guess.
struct ReadText {
    std::string text;
    std::string guess; ///< "Latin-1", "Shift-JIS"; empty for UTF-8 and plain ASCII
};

/// Reads text whose encoding the file does not say: UTF-8 when it is valid, else Shift-JIS when it
/// has Japanese letters read so, else Windows Latin-1, which can read any bytes.
[[nodiscard]] ReadText readUnmarkedText(std::string_view bytes);

/// Reads UTF-16 in the order in which it makes more usual letters; a byte order mark decides.
/// @param bigEndianStated  the order that the file states, for texts that fit both
[[nodiscard]] std::string readUtf16(std::string_view bytes, bool bigEndianStated);

/// The comment of an EXIF UserComment: 8 bytes that name the code, then text.
/// @source Exif 2.32, 4.6.5, "UserComment"
[[nodiscard]] ReadText readUserComment(std::string_view bytes, bool isBigEndian);

[[nodiscard]] bool isUtf8(std::string_view bytes);
[[nodiscard]] std::string utf8OfLatin1(std::string_view bytes);

/// A metadata field of unmarked bytes, with the bytes kept where their reading is a guess.
[[nodiscard]] examination::MetadataField fieldOfBytes(std::string group, std::string name,
                                                      std::string_view bytes);

} // namespace core::provenance
