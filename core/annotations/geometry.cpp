// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace core::annotations {

namespace {

bool hasCornerHandles(Shape shape) {
    return shape == Shape::Rectangle || shape == Shape::Ellipse || shape == Shape::Freehand ||
           shape == Shape::Brush;
}

Box boxAround(const std::vector<Point>& points) {
    Box box{points.front().x, points.front().y, points.front().x, points.front().y};
    for (const Point& point : points) {
        box.left = std::min(box.left, point.x);
        box.right = std::max(box.right, point.x);
        box.top = std::min(box.top, point.y);
        box.bottom = std::max(box.bottom, point.y);
    }
    return box;
}

double distanceToSegment(Point place, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? std::clamp(((place.x - a.x) * dx + (place.y - a.y) * dy) / length, 0.0, 1.0)
                   : 0.0;
    return std::hypot(place.x - a.x - along * dx, place.y - a.y - along * dy);
}

double distanceToLine(Point place, const std::vector<Point>& points) {
    double nearest = std::hypot(place.x - points.front().x, place.y - points.front().y);
    for (std::size_t i = 1; i < points.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(place, points[i - 1], points[i]));
    return nearest;
}

bool isInside(Point place, const std::vector<Point>& outline) {
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++)
        if ((outline[i].y > place.y) != (outline[j].y > place.y) &&
            place.x < (outline[j].x - outline[i].x) * (place.y - outline[i].y) /
                              (outline[j].y - outline[i].y) +
                          outline[i].x)
            inside = !inside;
    return inside;
}

/// A number of one range at the same share of another one.
double stretched(double value, double from, double fromSize, double to, double toSize) {
    return fromSize > 0 ? to + (value - from) / fromSize * toSize : to + toSize / 2;
}

} // namespace

Box boundsOf(const Annotation& annotation) {
    Box box = boxAround(annotation.points);
    if (annotation.shape == Shape::Brush) {
        const double half = annotation.width / 2;
        box = {box.left - half, box.top - half, box.right + half, box.bottom + half};
    }
    return box;
}

std::vector<Point> outlineOf(const Annotation& annotation) {
    if (annotation.shape == Shape::Polygon)
        return annotation.points;
    const Box box = boundsOf(annotation);
    if (annotation.shape == Shape::Rectangle)
        return {{box.left, box.top},
                {box.right, box.top},
                {box.right, box.bottom},
                {box.left, box.bottom}};
    if (annotation.shape != Shape::Ellipse)
        return {};
    constexpr int kPieces = 72;
    std::vector<Point> outline;
    for (int i = 0; i < kPieces; ++i) {
        const double angle = 2 * std::numbers::pi * i / kPieces;
        outline.push_back({(box.left + box.right) / 2 + box.width() / 2 * std::cos(angle),
                           (box.top + box.bottom) / 2 + box.height() / 2 * std::sin(angle)});
    }
    return outline;
}

double areaOf(const Annotation& annotation) {
    const auto outline = outlineOf(annotation);
    double twice = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point& next = outline[(i + 1) % outline.size()];
        twice += outline[i].x * next.y - next.x * outline[i].y;
    }
    return std::abs(twice) / 2;
}

double distanceTo(const Annotation& annotation, Point place) {
    auto outline = outlineOf(annotation);
    if (outline.empty())
        return std::max(0.0, distanceToLine(place, annotation.points) - annotation.width / 2);
    if (isInside(place, outline))
        return 0;
    outline.push_back(outline.front());
    return distanceToLine(place, outline);
}

Annotation moved(Annotation annotation, double dx, double dy) {
    for (Point& point : annotation.points)
        point = {point.x + dx, point.y + dy};
    return annotation;
}

std::vector<Point> handlesOf(const Annotation& annotation) {
    if (!hasCornerHandles(annotation.shape))
        return annotation.points;
    const Box box = boxAround(annotation.points);
    return {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

Annotation withHandleAt(Annotation annotation, std::size_t handle, Point place) {
    if (!hasCornerHandles(annotation.shape)) {
        if (handle < annotation.points.size())
            annotation.points[handle] = place;
        return annotation;
    }
    const Box from = boxAround(annotation.points);
    Box to = from;
    (handle == 0 || handle == 3 ? to.left : to.right) = place.x;
    (handle < 2 ? to.top : to.bottom) = place.y;
    for (Point& point : annotation.points)
        point = {stretched(point.x, from.left, from.width(), to.left, to.width()),
                 stretched(point.y, from.top, from.height(), to.top, to.height())};
    return annotation;
}

} // namespace core::annotations
