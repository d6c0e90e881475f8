// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotations/annotation.h"

#include <cstddef>
#include <vector>

namespace core::annotations {

/// Edges in pixels of the upright picture.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    bool operator==(const Box&) const = default;
};

/// What the annotation covers; of a text only its place.
[[nodiscard]] Box boundsOf(const Annotation& annotation);

/// Distance of a place to what is drawn, pixels; 0 within a closed shape or a brush mark.
[[nodiscard]] double distanceTo(const Annotation& annotation, Point place);

[[nodiscard]] Annotation moved(Annotation annotation, double dx, double dy);

/// Where it can be taken hold of: the four corners of a rectangle or an ellipse (clockwise from the
/// upper left), else its points.
[[nodiscard]] std::vector<Point> handlesOf(const Annotation& annotation);
/// With one of the handles at another place. Of freehand lines and brush marks the whole is
/// stretched, because their points are too many to take hold of: their handles are the corners.
[[nodiscard]] Annotation withHandleAt(Annotation annotation, std::size_t handle, Point place);

/// The closed outline: corners of a rectangle, points of a polygon, an ellipse in 72 pieces; empty
/// for open shapes.
[[nodiscard]] std::vector<Point> outlineOf(const Annotation& annotation);

/// Of the outline, square pixels; 0 for open shapes.
[[nodiscard]] double areaOf(const Annotation& annotation);

} // namespace core::annotations
