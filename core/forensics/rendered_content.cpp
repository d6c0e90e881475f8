// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/rendered_content.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace core::forensics {

namespace {

constexpr int kReach = 16;          // px to each side of a point
constexpr int kNear = 5;            // gray levels: compression moves an even tone so far
constexpr int kApart = 40;          // gray levels between the two tones
constexpr double kBothTones = 0.75; // of the pixels; the rest is the edges between them
constexpr double kMainTone = 0.3;

using Histogram = std::array<int, 256>;

/// How many pixels lie within kNear of a level.
int around(const Histogram& histogram, int level) {
    int sum = 0;
    for (int i = std::max(0, level - kNear); i <= std::min(255, level + kNear); ++i)
        sum += histogram[static_cast<std::size_t>(i)];
    return sum;
}

} // namespace

bool isTwoTone(const cv::Mat& gray) {
    if (gray.empty())
        return false;
    Histogram histogram{};
    for (int y = 0; y < gray.rows; ++y) {
        const auto* row = gray.ptr<std::uint8_t>(y);
        for (int x = 0; x < gray.cols; ++x)
            ++histogram[row[x]];
    }
    Histogram near{};
    for (int level = 0; level < 256; ++level)
        near[static_cast<std::size_t>(level)] = around(histogram, level);
    const auto main = static_cast<int>(std::ranges::max_element(near) - near.begin());
    int other = 0;
    for (int level = 0; level < 256; ++level) {
        if (std::abs(level - main) >= kApart)
            other = std::max(other, near[static_cast<std::size_t>(level)]);
    }
    const auto total = static_cast<double>(gray.total());
    const int most = near[static_cast<std::size_t>(main)];
    return most >= kMainTone * total && other > 0 && most + other >= kBothTones * total;
}

bool isTwoTone(const cv::Mat& gray, const cv::Point2f& point) {
    const int x = cvRound(point.x);
    const int y = cvRound(point.y);
    const cv::Rect place(x - kReach, y - kReach, 2 * kReach + 1, 2 * kReach + 1);
    return isTwoTone(gray(place & cv::Rect(0, 0, gray.cols, gray.rows)));
}

} // namespace core::forensics
