// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/residual_statistics.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace core::forensics {

namespace {

constexpr int kMostSide = 1400;
constexpr int kCropSide = 1024;
constexpr std::array<double, 3> kSteps = {1.5, 1.0, 1.0}; ///< gray levels, of Y, Cr and Cb
constexpr double kSecondWidth = 1.5;                      ///< steps
constexpr double kThirdWidth = 2.5;

cv::Mat middle(const cv::Mat& bgr, int mostSide, int cropSide) {
    cv::Rect part({0, 0}, bgr.size());
    if (bgr.cols > mostSide) {
        part.x = (bgr.cols - cropSide) / 2 / 8 * 8;
        part.width = cropSide;
    }
    if (bgr.rows > mostSide) {
        part.y = (bgr.rows - cropSide) / 2 / 8 * 8;
        part.height = cropSide;
    }
    return bgr(part);
}

} // namespace

Result<std::vector<float>> residualStatistics(const cv::Mat& bgr, const LastSave& save) {
    const auto last = afterLastSave(middle(bgr, kMostSide, kCropSide), save);
    if (!last)
        return tl::unexpected(last.error());
    cv::Mat converted;
    cv::cvtColor(*last, converted, cv::COLOR_BGR2YCrCb);
    std::array<cv::Mat, 3> planes;
    cv::split(converted, planes.data());
    std::vector<float> values;
    values.reserve(kStatisticsValues);
    const auto append = [&](const std::vector<float>& part) {
        values.insert(values.end(), part.begin(), part.end());
    };
    for (std::size_t i = 0; i < planes.size(); ++i) {
        append(coOccurrences(planes[i], Difference::Second, kSecondWidth * kSteps[i]));
        append(coOccurrences(planes[i], Difference::Third, kThirdWidth * kSteps[i]));
    }
    for (const cv::Mat& plane : planes)
        append(tileSpectrum(plane));
    return values;
}

cv::Mat halfSize(const cv::Mat& bgr) {
    const cv::Mat part = middle(bgr, 2 * kMostSide, 2 * kCropSide);
    cv::Mat half;
    cv::resize(part, half, {std::max(1, part.cols / 2), std::max(1, part.rows / 2)}, 0, 0,
               cv::INTER_AREA);
    return half;
}

bool isPattern(int value) {
    return value < 6 * kPatterns;
}

bool isColor(int value) {
    if (isPattern(value))
        return value >= 2 * kPatterns;
    return value - 6 * kPatterns >= kSpectrumSide * kSpectrumSide;
}

} // namespace core::forensics
