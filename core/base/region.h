// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace core {

/// Integer rectangle in pixels of the upright image; covers [x, x + width) x [y, y + height).
struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const Rect&) const = default;
    [[nodiscard]] bool isEmpty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] long long area() const {
        return isEmpty() ? 0 : static_cast<long long>(width) * height;
    }
};

/// Point in pixels of the upright image; pixel centers lie at .5.
struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

/// Where something was found, in pixels of the upright image.
struct Region {
    Rect box;                   ///< bounding box, always set
    std::vector<Point> polygon; ///< outline when it is finer than the box; else empty
    double score = 0;           ///< 0 to 1: how strongly this place stands out

    bool operator==(const Region&) const = default;
};

/// The common part; empty (all zero) when there is none.
[[nodiscard]] Rect intersection(const Rect& a, const Rect& b);

/// Area of the common part over the area of both together; 0 to 1.
[[nodiscard]] double intersectionOverUnion(const Rect& a, const Rect& b);

} // namespace core
