// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

#include <opencv2/core/mat.hpp>

namespace core::training {

/// A picture saved as JPEG in memory. @param picture  CV_8UC3
/// @param sampling  chroma subsampling both ways: 1 or 2. @errors InvalidArgument, LimitExceeded
[[nodiscard]] Result<image::EvidenceFile> savedAsJpeg(const cv::Mat& picture, int quality,
                                                      int sampling);

/// The same, decoded again.
[[nodiscard]] Result<cv::Mat> resavedAsJpeg(const cv::Mat& picture, int quality, int sampling);

/// Saved as lossy WebP and decoded again. @param quality  1 to 100
[[nodiscard]] Result<cv::Mat> resavedAsWebp(const cv::Mat& picture, int quality);

} // namespace core::training
