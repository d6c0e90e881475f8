// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/sample_windows.h"

namespace core::forensics {

std::vector<cv::Rect> sampleWindows(cv::Size picture, const WindowGrid& grid, std::size_t most) {
    std::vector<cv::Rect> windows;
    const int reach = grid.side + grid.border;
    for (int y = grid.border; y + reach <= picture.height; y += grid.step) {
        for (int x = grid.border; x + reach <= picture.width; x += grid.step)
            windows.emplace_back(x, y, grid.side, grid.side);
    }
    if (windows.size() <= most)
        return windows;
    std::vector<cv::Rect> chosen;
    for (std::size_t i = 0; i < most; ++i)
        chosen.push_back(windows[i * windows.size() / most]);
    return chosen;
}

} // namespace core::forensics
