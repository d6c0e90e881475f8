// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <stop_token>
#include <vector>

namespace core::forensics {

/// How a picture is laid out along straight lines over its full length: a collage, a comparison, a
/// frame, a bar with a caption. Whoever made it did not hide it.
struct Layout {
    std::vector<cv::Rect> panels; ///< upright pixels; those that hold a picture, at least one
    std::vector<cv::Rect> bars;   ///< likewise: even areas and narrow strips
    /// 0 to 1: of the length of the clearest line, where the picture jumps
    double clearest = 0;

    [[nodiscard]] bool isCollage() const { return panels.size() > 1; }
    /// Whether an area's other history is that of a whole panel or bar.
    [[nodiscard]] bool explains(const cv::Rect& area) const;
    /// Whether two areas lie in different panels or bars.
    [[nodiscard]] bool parts(const cv::Rect& first, const cv::Rect& second) const;
};

/// Cuts at lines along which nearly the whole length jumps at once, and the pieces again.
/// @param bgr  CV_8UC3, upright
/// @errors Cancelled (between the cuts)
[[nodiscard]] Result<Layout> layoutOf(const cv::Mat& bgr, const std::stop_token& stop);

} // namespace core::forensics
