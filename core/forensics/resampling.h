// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Looks for the periodic correlations that resizing or turning leaves between neighboring pixels,
/// in windows over the picture. The whole picture resized is usual on the web; windows that carry
/// another period than the rest are not.
/// @source Popescu & Farid, "Exposing digital forgeries by detecting traces of resampling", IEEE
/// TSP
///         2005; Kirchner, "Fast and reliable resampling detection", MM&Sec 2008 (fixed predictor)
[[nodiscard]] std::unique_ptr<Analyzer> makeResampling();

} // namespace core::forensics
