// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tests {

/// The name between the quotes or angle brackets of an #include line, with them; nothing for any
/// other line. `#include MACRO` gives the macro's name, which no rule allows.
[[nodiscard]] std::optional<std::string> includedName(std::string_view line);

/// What an include belongs to: a module ("core/image", "ui", "app"), "standard" (the C++ library
/// and POSIX), a library ("OpenCV", "torch", "Qt Core", ...) or "unknown". A Qt class that the
/// lists in the source do not name counts as "Qt Widgets", the strictest reading.
[[nodiscard]] std::string ownerOf(std::string_view includedName);

/// Why a file must not have a line, as a sentence; nothing when it may.
/// @param file  path from the root of the sources, e.g. "core/image/safe_decoder.cpp"
/// @param line  one line of it; lines without #include are always allowed
[[nodiscard]] std::optional<std::string> forbiddenInclude(const std::string& file,
                                                          std::string_view line);

} // namespace tests
