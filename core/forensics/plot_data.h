// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/forensics/analyzer.h"

#include <stop_token>
#include <vector>

namespace core::forensics {

/// Curves for the plots tab: the RGB histogram (x 0..255, y share of pixels), the radial power
/// spectrum of the luma (x cycles per pixel 0..0.5, y dB) with the band of untouched photographs,
/// and for JPEGs the DCT histograms of the first AC frequencies (x quantized value, y count).
/// @errors LimitExceeded, Cancelled
[[nodiscard]] Result<std::vector<examination::PlotSeries>> plotData(const Subject& subject,
                                                                    std::stop_token stop = {});

} // namespace core::forensics
