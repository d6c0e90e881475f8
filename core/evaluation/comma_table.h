// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::evaluation {

/// The rows of a table whose cells are parted by commas; quoted cells may hold commas, line breaks
/// and doubled quotes. Rows without any text are left out.
/// @errors InvalidArgument when a quote is never closed; the sentence names its line
/// @source RFC 4180
[[nodiscard]] Result<std::vector<std::vector<std::string>>> rowsOfCommaTable(std::string_view text);

} // namespace core::evaluation
