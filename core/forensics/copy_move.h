// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Looks for content that occurs twice: SIFT keypoints matched within the picture (g2NN), grouped
/// by RANSAC into similarity transforms and confirmed by correlation. Repetition in the world
/// (windows, tiles) matches as well, so a copy is only called one when the noise of both places
/// agrees too: two exposures of equal things never share their sensor noise.
/// @source Amerini et al., "A SIFT-based forensic method for copy-move attack detection", IEEE TIFS
///         2011
[[nodiscard]] std::unique_ptr<Analyzer> makeCopyMove();

} // namespace core::forensics
