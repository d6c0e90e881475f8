// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace core::training {

inline constexpr int kFolds = 3;
/// Stands for "none is left out".
inline constexpr int kNoFold = -1;

/// Fold of a source: no source is ever in two of them, and each holds both classes.
[[nodiscard]] int foldOf(const std::string& source);

} // namespace core::training
