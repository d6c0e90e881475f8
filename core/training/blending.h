// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <random>

namespace core::training {

using Random = std::mt19937_64;

/// @return low <= value < high
[[nodiscard]] double uniform(Random& random, double low, double high);
/// @return low <= value <= high
[[nodiscard]] int integer(Random& random, int low, int high);

/// An ellipse with a soft edge, 4 to 20 % of the picture, near its middle.
/// @return rows x cols, CV_32F, 0 to 1
[[nodiscard]] cv::Mat softBlob(cv::Size size, Random& random);

/// Host outside of the mask, donor inside. @param mask  rows x cols, CV_32F, 0 to 1
/// @return CV_8UC3
[[nodiscard]] cv::Mat blended(const cv::Mat& host, const cv::Mat& donor, const cv::Mat& mask);

} // namespace core::training
