// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app::cli {

// What the program ends with; part of the contract with scripts.
inline constexpr int kAllDone = 0;
inline constexpr int kSomeFailed = 1; ///< some images failed; each has an error object
inline constexpr int kWrongUsage = 2;
inline constexpr int kEngineFailed = 3;  ///< the engine could not start: missing or wrong model
inline constexpr int kInterrupted = 130; ///< what was finished is printed

} // namespace app::cli
