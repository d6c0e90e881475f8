// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/annotation.h"

#include "core/annotations/annotation_json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core::annotations {

namespace {

constexpr std::array<std::pair<Shape, std::string_view>, 7> kWords = {
    {{Shape::Rectangle, "rectangle"},
     {Shape::Ellipse, "ellipse"},
     {Shape::Polygon, "polygon"},
     {Shape::Arrow, "arrow"},
     {Shape::Freehand, "freehand"},
     {Shape::Brush, "brush"},
     {Shape::Text, "text"}}};

} // namespace

std::string_view wordFor(Shape shape) {
    for (const auto& [known, word] : kWords)
        if (known == shape)
            return word;
    return {};
}

std::optional<Shape> shapeFrom(std::string_view word) {
    for (const auto& [shape, known] : kWords)
        if (known == word)
            return shape;
    return std::nullopt;
}

std::size_t fewestPoints(Shape shape) {
    switch (shape) {
    case Shape::Polygon:
        return 3;
    case Shape::Text:
    case Shape::Brush: // a dab
        return 1;
    default:
        return 2;
    }
}

std::string annotationText(const Annotation& annotation) {
    return toJson(annotation).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<Annotation> annotationFrom(const std::string& text) {
    return annotationOf(nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false));
}

std::string freshId(const std::vector<Annotation>& others) {
    long long last = 0;
    for (const Annotation& other : others) {
        const bool isNumber = !other.id.empty() && other.id.size() < 18 &&
                              other.id.find_first_not_of("0123456789") == std::string::npos;
        if (isNumber)
            last = std::max(last, std::stoll(other.id));
    }
    return std::to_string(last + 1);
}

} // namespace core::annotations
