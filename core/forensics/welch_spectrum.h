// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <stop_token>

namespace core::forensics {

/// A mean power spectrum of the denoising residual.
struct WelchSpectrum {
    cv::Mat power;   ///< side x side, CV_32F, zero frequency at (0, 0)
    int windows = 0; ///< how many were averaged
};

/// Averages Hann-windowed periodograms of (luma - 3x3 median) over at most 64 windows on a fixed
/// grid; flat and saturated windows are left out.
/// @param luma  CV_32F, 0 to 255
/// @param side  of a window, a power of two
/// @errors Cancelled (asked once per window)
[[nodiscard]] Result<WelchSpectrum> welchSpectrum(const cv::Mat& luma, int side,
                                                  std::stop_token stop);

} // namespace core::forensics
