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

// Of the tone of strokes; chosen on captioned photographs and on copies within photographs.
constexpr int kNearStroke = 7;         // gray levels
constexpr int kJump = 20;              // gray levels, two pixels beyond the border
constexpr double kSmallestTone = 0.05; // of the pixels
constexpr int kMostTones = 5;          // tried, the most frequent first
constexpr double kClosed = 0.5;        // of the neighbors of the tone's pixels
constexpr double kSteep = 0.65;        // of its border
constexpr double kShortestBorder = 20; // px

using Histogram = std::array<int, 256>;

Histogram histogramOf(const cv::Mat& gray) {
    Histogram histogram{};
    for (int y = 0; y < gray.rows; ++y) {
        const auto* row = gray.ptr<std::uint8_t>(y);
        for (int x = 0; x < gray.cols; ++x)
            ++histogram[row[x]];
    }
    return histogram;
}

/// How many pixels lie within `near` of a level, for each level.
Histogram around(const Histogram& histogram, int near) {
    Histogram sums{};
    for (int level = 0; level < 256; ++level) {
        for (int i = std::max(0, level - near); i <= std::min(255, level + near); ++i)
            sums[static_cast<std::size_t>(level)] += histogram[static_cast<std::size_t>(i)];
    }
    return sums;
}

/// Whether the pixels near a level form strokes or areas with steep borders.
bool isDrawnTone(const cv::Mat& gray, int level) {
    constexpr std::array<std::array<int, 2>, 4> kDirections = {{{0, 1}, {0, -1}, {1, 0}, {-1, 0}}};
    const auto isTone = [&](int y, int x) {
        return std::abs(gray.at<std::uint8_t>(y, x) - level) <= kNearStroke;
    };
    double neighbors = 0;
    double closed = 0;
    double border = 0;
    double steep = 0;
    for (int y = 2; y + 2 < gray.rows; ++y) {
        for (int x = 2; x + 2 < gray.cols; ++x) {
            if (!isTone(y, x))
                continue;
            for (const auto& [dy, dx] : kDirections) {
                ++neighbors;
                if (isTone(y + dy, x + dx)) {
                    ++closed;
                    continue;
                }
                ++border;
                steep += std::abs(gray.at<std::uint8_t>(y + 2 * dy, x + 2 * dx) - level) >= kJump;
            }
        }
    }
    return border >= kShortestBorder && closed >= kClosed * neighbors && steep >= kSteep * border;
}

} // namespace

bool isLettered(const cv::Mat& gray) {
    if (gray.empty())
        return false;
    Histogram near = around(histogramOf(gray), kNearStroke);
    for (int tone = 0; tone < kMostTones; ++tone) {
        const auto most = std::ranges::max_element(near);
        if (*most < kSmallestTone * static_cast<double>(gray.total()))
            return false;
        const auto level = static_cast<int>(most - near.begin());
        if (isDrawnTone(gray, level))
            return true;
        for (int i = std::max(0, level - 2 * kNearStroke);
             i <= std::min(255, level + 2 * kNearStroke); ++i)
            near[static_cast<std::size_t>(i)] = 0;
    }
    return false;
}

bool isTwoTone(const cv::Mat& gray) {
    if (gray.empty())
        return false;
    const Histogram near = around(histogramOf(gray), kNear);
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
