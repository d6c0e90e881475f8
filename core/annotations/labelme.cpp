// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/annotation_json.h"
#include "core/annotations/exchange.h"
#include "core/annotations/geometry.h"

#include <cmath>
#include <utility>

namespace core::annotations {

using nlohmann::json;

namespace {

const char* typeOf(const Annotation& annotation) {
    switch (annotation.shape) {
    case Shape::Rectangle:
        return "rectangle";
    case Shape::Polygon:
    case Shape::Ellipse:
        return "polygon";
    case Shape::Arrow:
        return "line";
    case Shape::Text:
        return "point";
    case Shape::Freehand:
    case Shape::Brush:
        break;
    }
    return annotation.points.size() == 1 ? "point" : "linestrip"; // a dab of the brush
}

std::vector<Point> pointsFor(const Annotation& annotation) {
    const Box box = boundsOf(annotation);
    if (annotation.shape == Shape::Rectangle)
        return {{box.left, box.top}, {box.right, box.bottom}};
    return annotation.shape == Shape::Ellipse ? outlineOf(annotation) : annotation.points;
}

std::optional<std::pair<Shape, std::vector<Point>>> shapeFor(const std::string& type,
                                                             std::vector<Point> points) {
    if (type == "circle" && points.size() == 2) {
        const Point& center = points[0];
        const double radius = std::hypot(points[1].x - center.x, points[1].y - center.y);
        return {{Shape::Ellipse,
                 {{center.x - radius, center.y - radius}, {center.x + radius, center.y + radius}}}};
    }
    for (const auto& [name, shape] : {std::pair("rectangle", Shape::Rectangle),
                                      {"polygon", Shape::Polygon},
                                      {"line", Shape::Arrow},
                                      {"linestrip", Shape::Freehand},
                                      {"point", Shape::Text}})
        if (type == name && points.size() >= fewestPoints(shape))
            return {{shape, std::move(points)}};
    return std::nullopt;
}

std::optional<Annotation> annotationIn(const json& shape) {
    if (!shape.is_object())
        return std::nullopt;
    if (auto exact = annotationOf(shape.value("clueglass", json())))
        return exact;
    auto points = pointsOf(shape.value("points", json()));
    const std::string type = textIn(shape, "shape_type");
    if (!points)
        return std::nullopt;
    auto known = shapeFor(type.empty() ? "polygon" : type, std::move(*points));
    if (!known)
        return std::nullopt;
    return Annotation{{}, known->first,           std::move(known->second),
                      0,  textIn(shape, "label"), textIn(shape, "description"),
                      {}};
}

} // namespace

std::string toLabelme(const AnnotatedPicture& picture) {
    json shapes = json::array();
    for (const Annotation& annotation : picture.annotations)
        shapes.push_back({{"label", annotation.label},
                          {"points", toJson(pointsFor(annotation))},
                          {"group_id", nullptr},
                          {"description", annotation.comment},
                          {"shape_type", typeOf(annotation)},
                          {"flags", json::object()},
                          {"clueglass", toJson(annotation)}});
    const json file = {{"version", "5.0.0"},          {"flags", json::object()},
                       {"shapes", std::move(shapes)}, {"imagePath", picture.file},
                       {"imageData", nullptr},        {"imageHeight", picture.height},
                       {"imageWidth", picture.width}};
    return file.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<ImportedPictures> fromLabelme(const std::string& text) {
    const auto parsed = parsedFile(text);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const json& file = *parsed;
    if (!file.is_object() || !file.value("shapes", json()).is_array())
        return fail(ErrorCode::InvalidJson,
                    "This is no labelme file: it has no list named shapes.");
    const auto side = [&](const char* name) {
        const json value = file.value(name, json());
        return value.is_number_integer() ? value.get<int>() : 0;
    };
    ImportedPictures imported;
    AnnotatedPicture picture{
        textIn(file, "imagePath"), side("imageWidth"), side("imageHeight"), {}};
    for (const json& shape : file["shapes"]) {
        auto annotation = annotationIn(shape);
        if (!annotation) {
            ++imported.leftOut;
            continue;
        }
        annotation->id = freshId(picture.annotations);
        picture.annotations.push_back(std::move(*annotation));
    }
    imported.pictures.push_back(std::move(picture));
    return imported;
}

} // namespace core::annotations
