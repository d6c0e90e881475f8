// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/jpeg_encoder.h"

#include <opencv2/core/mat.hpp>

#include <stop_token>

namespace core::forensics {

/// Per 8x8 block, CV_32F.
struct ResaveError {
    cv::Mat change; ///< mean over pixels and channels of |before - after|, gray levels
    cv::Mat detail; ///< variance of the luma: the block's AC energy per pixel
};

/// Saves pixels as JPEG once more and measures what changes.
/// @param pixels  CV_8UC3, BGR, on the grid on which the file stores them; at least 16 px a side
/// @errors LimitExceeded, Cancelled (asked once per band of 256 rows)
[[nodiscard]] Result<ResaveError>
resaveError(const cv::Mat& pixels, const image::JpegEncoding& encoding, std::stop_token stop);

/// The pixels after one save as JPEG.
/// @errors LimitExceeded
[[nodiscard]] Result<cv::Mat> resaved(const cv::Mat& pixels, const image::JpegEncoding& encoding);

} // namespace core::forensics
