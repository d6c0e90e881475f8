// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/blending.h"

#include <opencv2/core/mat.hpp>

namespace core::training {

/// What happens to pictures beside resizing and saving, as strong as drawn. CV_8UC3 in and out.

/// Gaussian blur, sigma 0.3 to 1.5 pixels.
[[nodiscard]] cv::Mat softened(const cv::Mat& picture, Random& random);
/// Gaussian noise, deviation 0.5 to 5.
[[nodiscard]] cv::Mat noisy(const cv::Mat& picture, Random& random);
/// Unsharp mask, radius 1, strength 0.2 to 0.8.
[[nodiscard]] cv::Mat sharpened(const cv::Mat& picture, Random& random);

} // namespace core::training
