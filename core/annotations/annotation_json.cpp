// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/annotation_json.h"

#include <cmath>

namespace core::annotations {

using nlohmann::json;

json toJson(const std::vector<Point>& points) {
    json array = json::array();
    for (const Point& point : points)
        array.push_back({point.x, point.y});
    return array;
}

std::optional<std::vector<Point>> pointsOf(const json& array) {
    constexpr double kFarthest = 1e7; // beyond every picture
    if (!array.is_array())
        return std::nullopt;
    std::vector<Point> points;
    for (const json& pair : array) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number())
            return std::nullopt;
        const Point point{pair[0].get<double>(), pair[1].get<double>()};
        if (!(std::abs(point.x) < kFarthest) || !(std::abs(point.y) < kFarthest))
            return std::nullopt;
        points.push_back(point);
    }
    return points;
}

std::string textIn(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json toJson(const Annotation& annotation) {
    json object = {{"id", annotation.id},
                   {"shape", wordFor(annotation.shape)},
                   {"points", toJson(annotation.points)}};
    if (annotation.shape == Shape::Brush)
        object["width"] = annotation.width;
    for (const auto& [name, text] : {std::pair("label", annotation.label),
                                     {"comment", annotation.comment},
                                     {"link", annotation.link}})
        if (!text.empty())
            object[name] = text;
    return object;
}

std::optional<Annotation> annotationOf(const json& object) {
    constexpr double kWidest = 1e5;
    if (!object.is_object())
        return std::nullopt;
    const auto shape = shapeFrom(textIn(object, "shape"));
    auto points = pointsOf(object.value("points", json()));
    if (!shape || !points || points->size() < fewestPoints(*shape))
        return std::nullopt;
    Annotation annotation{textIn(object, "id"),    *shape,
                          std::move(*points),      0,
                          textIn(object, "label"), textIn(object, "comment"),
                          textIn(object, "link")};
    if (*shape == Shape::Brush) {
        const json width = object.value("width", json());
        annotation.width = width.is_number() ? width.get<double>() : 0;
        if (!(annotation.width > 0) || annotation.width > kWidest)
            return std::nullopt;
    }
    if (annotation.id.empty())
        return std::nullopt;
    return annotation;
}

Result<nlohmann::json> parsedFile(const std::string& text) {
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        return fail(ErrorCode::InvalidJson, "This is not valid JSON: it breaks at byte " +
                                                std::to_string(error.byte) + ".");
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidJson,
                    std::string("This is not valid JSON: ") + error.what() + ".");
    }
}

} // namespace core::annotations
