// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::annotations {

/// A place of the upright picture, pixels; (0, 0) is the upper left corner of the first pixel.
struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

enum class Shape { Rectangle, Ellipse, Polygon, Arrow, Freehand, Brush, Text };

/// What an examiner drew on a picture.
struct Annotation {
    std::string id; ///< unique within its picture: letters and digits
    Shape shape = Shape::Rectangle;
    /// Rectangle, Ellipse: two opposite corners (of the ellipse's box); Arrow: tail and head;
    /// Text: where it begins; else the line's points in order.
    std::vector<Point> points;
    double width = 0; ///< Brush: diameter of the mark, pixels
    std::string label;
    std::string comment;
    std::string link; ///< "clue:2" (its number), "measurement:noise_level"; empty: none

    bool operator==(const Annotation&) const = default;
};

/// "rectangle", "ellipse", ...
[[nodiscard]] std::string_view wordFor(Shape shape);
[[nodiscard]] std::optional<Shape> shapeFrom(std::string_view word);

/// How many points a shape has at least.
[[nodiscard]] std::size_t fewestPoints(Shape shape);

/// JSON with sorted names; numbers are kept to the last bit.
[[nodiscard]] std::string annotationText(const Annotation& annotation);
/// Nothing for text that annotationText() did not write: unknown shape, too few points, numbers
/// that are not finite.
[[nodiscard]] std::optional<Annotation> annotationFrom(const std::string& text);

/// An id that none of the others has.
[[nodiscard]] std::string freshId(const std::vector<Annotation>& others);

} // namespace core::annotations
