// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core {

/// Whether bytes are UTF-8 (RFC 3629: no surrogates, nothing longer than needed).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// A file name as text. Names are bytes: one that is no UTF-8 gets each byte that does not fit
/// written out, as in caf\xE9.jpg, so that two of them stay two. UTF-8 comes back as it is.
[[nodiscard]] std::string readableBytes(std::string_view bytes);

} // namespace core
