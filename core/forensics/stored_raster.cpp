// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/stored_raster.h"

#include "core/forensics/map_regions.h"
#include "core/forensics/rendered_content.h"
#include "core/image/mat.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace core::forensics {

namespace {

// A pixel that the first save clipped may have moved a little in the last one.
constexpr int kDarkest = 3;
constexpr int kBrightest = 252;

/// Missing parts are painted so.
constexpr std::uint8_t kMissingGray = 128;

bool isClippedOrMissing(const cv::Mat& pixels, int blockX, int blockY) {
    bool isMissing = true;
    for (int y = blockY * 8; y < blockY * 8 + 8; ++y) {
        const auto* row = pixels.ptr<std::uint8_t>(y) + static_cast<std::ptrdiff_t>(blockX) * 24;
        const auto [low, high] = std::minmax_element(row, row + 24);
        if (*low < kDarkest || *high > kBrightest)
            return true;
        isMissing = isMissing && *low == kMissingGray && *high == kMissingGray;
    }
    return isMissing;
}

/// Blocks that are looked at together: few pixels have no histogram.
constexpr int kBlocksTogether = 4;

/// Leaves out places that show letters or line drawings: they were never a photograph, so what
/// they lack of its earlier saves says nothing.
void leaveOutRendered(const cv::Mat& storedPixels, int together, cv::Mat& usable) {
    const int side = 8 * kBlocksTogether;
    const cv::Rect blocks = cv::Rect(0, together * kBlocksTogether, usable.cols, kBlocksTogether) &
                            cv::Rect(0, 0, usable.cols, usable.rows);
    const cv::Rect pixels(0, blocks.y * 8, storedPixels.cols, side);
    cv::Mat green;
    cv::extractChannel(storedPixels(pixels & cv::Rect({}, storedPixels.size())), green, 1);
    for (int x = 0; x + kBlocksTogether <= usable.cols && x * 8 + side <= green.cols;
         x += kBlocksTogether) {
        const cv::Mat place = green.colRange(x * 8, x * 8 + side);
        if (isTwoTone(place) || isLettered(place))
            usable(cv::Rect(x, blocks.y, kBlocksTogether, blocks.height)).setTo(0);
    }
}

} // namespace

int inverseOrientation(int orientation) {
    if (orientation == 6)
        return 8;
    return orientation == 8 ? 6 : orientation;
}

cv::Mat storedPixels(const Subject& subject) {
    const image::DecodedPicture& picture = subject.picture;
    return turnedUpright(image::asMat(picture.stored.isNull() ? picture.image : picture.stored),
                         inverseOrientation(subject.picture.orientation));
}

cv::Mat usableBlocks(const cv::Mat& storedPixels, int blocksWide, int blocksHigh,
                     const std::stop_token& stop) {
    cv::Mat usable = cv::Mat::zeros(blocksHigh, blocksWide, CV_8U);
    const int whole = std::min(blocksHigh, storedPixels.rows / 8);
    cv::parallel_for_(cv::Range(0, whole), [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end && !stop.stop_requested(); ++y) {
            for (int x = 0; x < std::min(blocksWide, storedPixels.cols / 8); ++x)
                usable.at<std::uint8_t>(y, x) = isClippedOrMissing(storedPixels, x, y) ? 0 : 1;
        }
    });
    const int groups = (whole + kBlocksTogether - 1) / kBlocksTogether;
    cv::parallel_for_(cv::Range(0, groups), [&](const cv::Range& range) {
        for (int group = range.start; group < range.end && !stop.stop_requested(); ++group)
            leaveOutRendered(storedPixels, group, usable);
    });
    return usable;
}

} // namespace core::forensics
