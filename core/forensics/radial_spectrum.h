// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <stop_token>

namespace core::forensics {

inline constexpr std::size_t kSpectrumBins = 64;

/// Power by spatial frequency, averaged over all directions; bin i lies at (i + 1) / 128 cycles per
/// pixel. In dB, 0 at the mean of 0.03 to 0.06 cycles per pixel.
using RadialSpectrum = std::array<double, kSpectrumBins>;

/// Mean over up to 400 windows of 128 px with a Hann taper, spread evenly (Welch 1967).
/// @param luma  rows x cols, CV_32F
/// @return nothing for a picture below 128 px a side or without any structure
/// @errors Cancelled
[[nodiscard]] Result<std::optional<RadialSpectrum>> radialSpectrum(const cv::Mat& luma,
                                                                   const std::stop_token& stop);

} // namespace core::forensics
