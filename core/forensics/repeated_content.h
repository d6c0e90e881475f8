// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <stop_token>
#include <vector>

namespace core::forensics {

/// Two places with the same content, in pixels of the searched picture.
struct RepeatedPair {
    cv::Rect2d first;
    cv::Rect2d second;
    cv::Matx23d transform; ///< from the first place to the second
    int matches = 0;
};

/// At most three pairs, most matches first.
/// @param luma  CV_32F, 0 to 255; searched as it is, so at most a megapixel or two
/// @errors Cancelled (between the steps, each under half a second)
[[nodiscard]] Result<std::vector<RepeatedPair>> repeatedContent(const cv::Mat& luma,
                                                                std::stop_token stop);

/// How far the noise of both places is the same.
struct NoiseAgreement {
    double correlation = 0; ///< -1 to 1
    double z = 0;           ///< in standard deviations of independent noise
};

/// Compares the noise residuals at full scale. Pairs that are turned or scaled by more than a
/// little would need interpolation, which invents agreement: their z is 0.
/// @param luma   the whole picture, CV_32F
/// @param scale  of the searched picture against it
[[nodiscard]] NoiseAgreement noiseAgreement(const cv::Mat& luma, const RepeatedPair& pair,
                                            double scale);

} // namespace core::forensics
