// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/region.h"

#include <algorithm>

namespace core {

Rect intersection(const Rect& a, const Rect& b) {
    const int left = std::max(a.x, b.x);
    const int top = std::max(a.y, b.y);
    const int right = std::min(a.x + a.width, b.x + b.width);
    const int bottom = std::min(a.y + a.height, b.y + b.height);
    if (right <= left || bottom <= top)
        return {};
    return {left, top, right - left, bottom - top};
}

double intersectionOverUnion(const Rect& a, const Rect& b) {
    const auto common = static_cast<double>(intersection(a, b).area());
    const double both = static_cast<double>(a.area()) + static_cast<double>(b.area()) - common;
    return both > 0 ? common / both : 0.0;
}

} // namespace core
