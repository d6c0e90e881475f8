// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace core::forensics {

/// How many values describe four neighbors of five levels each when a pattern, its mirror image and
/// its negative count as one.
inline constexpr int kPatterns = 169;

/// Which difference of neighbors is looked at.
enum class Difference { Second, Third };

/// How often each pattern of four neighboring quantized differences occurs along rows and along
/// columns: what is left of a picture when everything smooth is taken away has habits, and cameras
/// and generators differ in them. After Fridrich & Kodovsky, "Rich Models for Steganalysis", 2012.
/// @param plane  rows x cols, CV_8U, at least 8 x 8
/// @param width  of a quantization step, gray levels; levels are clipped to -2 to 2
/// @return kPatterns values, square roots of frequencies, mean of both directions
[[nodiscard]] std::vector<float> coOccurrences(const cv::Mat& plane, Difference difference,
                                               double width);

} // namespace core::forensics
