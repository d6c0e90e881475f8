// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/statistics/co_occurrences.h"
#include "core/forensics/statistics/last_save.h"
#include "core/forensics/statistics/tile_spectrum.h"
#include "core/image/image.h"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace core::forensics {

/// Values that describe one picture at one scale: for Y, Cr and Cb the patterns of second and of
/// third differences, then for each the spectrum of the residual.
inline constexpr int kStatisticsValues = 3 * (2 * kPatterns + kSpectrumSide * kSpectrumSide);

/// @param bgr  rows x cols, CV_8UC3, at least 16 x 16; of larger ones than 1,400 pixels a side the
///             middle 1,024 x 1,024
/// @return kStatisticsValues values
/// @errors LimitExceeded
[[nodiscard]] Result<std::vector<float>> residualStatistics(const cv::Mat& bgr,
                                                            const LastSave& save);

/// The picture at half its size, by means of 2 x 2 pixels; of large pictures the middle part.
[[nodiscard]] cv::Mat halfSize(const cv::Mat& bgr);

/// Whether a value counts patterns (the others are of the spectrum), and whether it is of Cr or Cb
/// (the others are of Y). @param value  0 to kStatisticsValues - 1
[[nodiscard]] bool isPattern(int value);
[[nodiscard]] bool isColor(int value);

} // namespace core::forensics
