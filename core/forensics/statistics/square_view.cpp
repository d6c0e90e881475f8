// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/square_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace core::forensics {

namespace {

cv::Mat scaledTo(const cv::Mat& picture, int side) {
    cv::Mat scaled;
    const int kind = picture.cols > side ? cv::INTER_AREA : cv::INTER_LINEAR;
    cv::resize(picture, scaled, {side, side}, 0, 0, kind);
    return scaled;
}

} // namespace

cv::Rect middleSquare(cv::Size picture) {
    const int side = std::min(picture.width, picture.height);
    return {(picture.width - side) / 2, (picture.height - side) / 2, side, side};
}

Result<cv::Mat> squareView(const cv::Mat& bgr, const cv::Rect& square, int side,
                           const LastSave& save) {
    cv::Mat part = bgr(square);
    if (part.cols > 2 * side)
        part = scaledTo(part, 2 * side);
    const auto saved = afterLastSave(part, save);
    if (!saved)
        return saved;
    return scaledTo(*saved, side);
}

} // namespace core::forensics
