// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core::cases {

// Files that every case carries, from core/cases/format.
[[nodiscard]] std::string_view formatNote();         ///< FORMAT.md
[[nodiscard]] std::string_view verificationScript(); ///< verify_case.py

} // namespace core::cases
