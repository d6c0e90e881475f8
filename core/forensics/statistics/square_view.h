// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/statistics/last_save.h"

#include <opencv2/core/mat.hpp>

namespace core::forensics {

/// The largest square in the middle of a picture. Width and height of the picture must not reach
/// what looks at it: they say how the file came about, not how the picture did.
[[nodiscard]] cv::Rect middleSquare(cv::Size picture);

/// A square part as networks look at it: reduced to twice `side`, saved, then reduced to `side`.
/// @param bgr  CV_8UC3; @param square  within it, at least 16 pixels a side
/// @return side x side, CV_8UC3, continuous. @errors LimitExceeded
[[nodiscard]] Result<cv::Mat> squareView(const cv::Mat& bgr, const cv::Rect& square, int side,
                                         const LastSave& save);

} // namespace core::forensics
