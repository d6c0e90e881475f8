// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core::evaluation {

/// The rows of a table whose cells are parted by commas; quoted cells may hold commas, line breaks
/// and doubled quotes. Rows without any text are left out.
/// @source RFC 4180
[[nodiscard]] std::vector<std::vector<std::string>> rowsOfCommaTable(std::string_view text);

} // namespace core::evaluation
