// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace app::cli {

/// Who acts, for the audit log of a case: the examiner's name when given, else the account, and
/// this program with its version.
[[nodiscard]] std::string actorName(const std::string& examiner);

} // namespace app::cli
