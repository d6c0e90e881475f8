// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/brush_mask.h"

#include "core/annotations/geometry.h"

#include <algorithm>
#include <cmath>

namespace core::annotations {

std::vector<std::int64_t> runsOf(const Annotation& brush, int width, int height) {
    const Box box = boundsOf(brush);
    const int left = std::clamp(static_cast<int>(std::floor(box.left)), 0, width);
    const int right = std::clamp(static_cast<int>(std::ceil(box.right)), left, width);
    const int top = std::clamp(static_cast<int>(std::floor(box.top)), 0, height);
    const int bottom = std::clamp(static_cast<int>(std::ceil(box.bottom)), top, height);
    std::vector<std::int64_t> runs;
    std::int64_t length = 0;
    bool isCovered = false;
    const auto add = [&](bool covered, std::int64_t count) {
        if (covered != isCovered && count > 0) {
            runs.push_back(length);
            length = 0;
            isCovered = covered;
        }
        length += count;
    };
    add(false, std::int64_t{left} * height);
    for (int x = left; x < right; ++x) {
        add(false, top);
        for (int y = top; y < bottom; ++y)
            add(distanceTo(brush, {x + 0.5, y + 0.5}) <= 0, 1);
        add(false, height - bottom);
    }
    add(false, std::int64_t{width - right} * height);
    runs.push_back(length);
    return runs;
}

} // namespace core::annotations
