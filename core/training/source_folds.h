// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace core::training {

inline constexpr int kFolds = 5;
/// The fold that nothing is chosen, fitted or calibrated on: its figures are independent.
inline constexpr int kSealedFold = kFolds;
/// Stands for "none is left out".
inline constexpr int kNoFold = -1;

/// Fold of a source, 0 to kFolds - 1 or kSealedFold: no source is ever in two of them.
[[nodiscard]] int foldOf(const std::string& source);

} // namespace core::training
