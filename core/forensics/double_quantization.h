// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Finds an earlier, coarser JPEG save of the whole picture in the histograms of the stored luma
/// coefficients, and places that lack it. That the whole was saved twice is usual and speaks for
/// nothing; only a local lack does. Not usable when the last save was the coarser one, when both
/// were alike, or when the picture was resized or shifted off its grid in between.
/// @source Lin et al., Pattern Recognition 42 (2009); Bianchi & Piva, IEEE TIFS 7 (2012)
[[nodiscard]] std::unique_ptr<Analyzer> makeDoubleQuantization();

} // namespace core::forensics
