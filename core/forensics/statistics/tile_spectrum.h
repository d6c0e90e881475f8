// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace core::forensics {

/// Side of the folded spectrum: frequencies 0 to 32 of 64, along and across.
inline constexpr int kSpectrumSide = 33;

/// Mean logarithm of the power that 64 x 64 tiles of a plane's residual have at each frequency. The
/// residual is what a Gaussian blur of one pixel takes away; flat tiles and those with strong edges
/// are left out.
/// @param plane  rows x cols, CV_8U
/// @return kSpectrumSide x kSpectrumSide values, row by row; zeros when no tile is usable
[[nodiscard]] std::vector<float> tileSpectrum(const cv::Mat& plane);

} // namespace core::forensics
