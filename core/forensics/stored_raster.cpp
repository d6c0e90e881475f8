// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/stored_raster.h"

#include "core/forensics/map_regions.h"
#include "core/image/mat.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace core::forensics {

namespace {

// A pixel that the first save clipped may have moved a little in the last one.
constexpr int kDarkest = 3;
constexpr int kBrightest = 252;

bool isClipped(const cv::Mat& pixels, int blockX, int blockY) {
    for (int y = blockY * 8; y < blockY * 8 + 8; ++y) {
        const auto* row = pixels.ptr<std::uint8_t>(y) + static_cast<std::ptrdiff_t>(blockX) * 24;
        const auto [low, high] = std::minmax_element(row, row + 24);
        if (*low < kDarkest || *high > kBrightest)
            return true;
    }
    return false;
}

} // namespace

int inverseOrientation(int orientation) {
    if (orientation == 6)
        return 8;
    return orientation == 8 ? 6 : orientation;
}

cv::Mat storedPixels(const Subject& subject) {
    return turnedUpright(image::asMat(subject.picture.image),
                         inverseOrientation(subject.picture.orientation));
}

cv::Mat usableBlocks(const cv::Mat& storedPixels, int blocksWide, int blocksHigh,
                     const std::stop_token& stop) {
    cv::Mat usable = cv::Mat::zeros(blocksHigh, blocksWide, CV_8U);
    const int whole = std::min(blocksHigh, storedPixels.rows / 8);
    cv::parallel_for_(cv::Range(0, whole), [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end && !stop.stop_requested(); ++y) {
            for (int x = 0; x < std::min(blocksWide, storedPixels.cols / 8); ++x)
                usable.at<std::uint8_t>(y, x) = isClipped(storedPixels, x, y) ? 0 : 1;
        }
    });
    return usable;
}

} // namespace core::forensics
