// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

namespace core::forensics {

/// The last step that every picture goes through before it is measured, so that format, quality
/// and the place of the 8 x 8 grid tell nothing.
struct LastSave {
    int earlierQuality = 92; ///< of a first save as JPEG, for pictures that are none; 0: no such
    int offsetX = 0;         ///< pixels cut away before the last save, 0 to 7
    int offsetY = 0;
};

/// The picture after it. @param bgr  CV_8UC3, at least 16 x 16. @errors LimitExceeded
[[nodiscard]] Result<cv::Mat> afterLastSave(const cv::Mat& bgr, const LastSave& save);

} // namespace core::forensics
