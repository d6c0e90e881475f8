// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <cstddef>
#include <vector>

namespace core::forensics {

/// How windows lie over a picture. All in pixels, the same both ways.
struct WindowGrid {
    int side = 0;
    int step = 0;
    int border = 0; ///< left free on every side
};

/// Row by row; if there are more than `most`, evenly thinned to that number.
[[nodiscard]] std::vector<cv::Rect> sampleWindows(cv::Size picture, const WindowGrid& grid,
                                                  std::size_t most);

} // namespace core::forensics
