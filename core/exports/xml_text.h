// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace core::exports {

/// Text for QXmlStreamWriter. XML 1.0 has no way to write most control characters; they are written
/// out as \x1B.
[[nodiscard]] QString xmlText(const std::string& text);

/// A word of the program itself.
[[nodiscard]] QString xmlWord(std::string_view text);

} // namespace core::exports
