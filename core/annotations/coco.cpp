// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotations/annotation_json.h"
#include "core/annotations/brush_mask.h"
#include "core/annotations/exchange.h"
#include "core/annotations/geometry.h"

#include <algorithm>
#include <map>

namespace core::annotations {

using nlohmann::json;

namespace {

const std::string kUnlabeled = "unlabeled";

std::string categoryOf(const Annotation& annotation) {
    return annotation.label.empty() ? kUnlabeled : annotation.label;
}

json flattened(const std::vector<Point>& points) {
    json numbers = json::array();
    for (const Point& point : points) {
        numbers.push_back(point.x);
        numbers.push_back(point.y);
    }
    return numbers;
}

json segmentationOf(const Annotation& annotation, const AnnotatedPicture& picture) {
    if (annotation.shape == Shape::Brush)
        return {{"size", {picture.height, picture.width}},
                {"counts", runsOf(annotation, picture.width, picture.height)}};
    const auto outline = outlineOf(annotation);
    return outline.empty() ? json::array() : json::array({flattened(outline)});
}

double coveredBy(const json& segmentation) {
    double area = 0;
    const json& runs = segmentation.at("counts");
    for (std::size_t i = 1; i < runs.size(); i += 2)
        area += runs[i].get<double>();
    return area;
}

json entryFor(const Annotation& annotation, const AnnotatedPicture& picture) {
    const Box box = boundsOf(annotation);
    const bool isMask = annotation.shape == Shape::Brush;
    json segmentation = segmentationOf(annotation, picture);
    const double area = isMask ? coveredBy(segmentation) : areaOf(annotation);
    return {{"bbox", {box.left, box.top, box.width(), box.height()}},
            {"area", area},
            {"iscrowd", isMask ? 1 : 0},
            {"segmentation", std::move(segmentation)},
            {"clueglass", toJson(annotation)}};
}

/// Pairs from a flat list of numbers.
std::optional<std::vector<Point>> unflattened(const json& numbers) {
    if (!numbers.is_array() || numbers.size() % 2 != 0)
        return std::nullopt;
    json pairs = json::array();
    for (std::size_t i = 0; i < numbers.size(); i += 2)
        pairs.push_back({numbers[i], numbers[i + 1]});
    return pointsOf(pairs);
}

std::optional<Annotation> shapeOf(const json& entry) {
    if (auto exact = annotationOf(entry.value("clueglass", json())))
        return exact;
    Annotation annotation;
    const json segmentation = entry.value("segmentation", json());
    if (segmentation.is_array() && segmentation.size() == 1) {
        auto points = unflattened(segmentation[0]);
        if (!points || points->size() < fewestPoints(Shape::Polygon))
            return std::nullopt;
        annotation.shape = Shape::Polygon;
        annotation.points = std::move(*points);
        return annotation;
    }
    const json box = entry.value("bbox", json());
    if (!segmentation.empty() || !box.is_array() || box.size() != 4)
        return std::nullopt;
    const auto numbers = unflattened(box);
    if (!numbers)
        return std::nullopt;
    const Point& corner = numbers->front();
    const Point& size = numbers->back();
    annotation.points = {corner, {corner.x + size.x, corner.y + size.y}};
    return annotation;
}

std::map<long long, std::string> namesIn(const json& list, const char* field) {
    std::map<long long, std::string> names;
    for (const json& item : list)
        if (item.is_object() && item.contains("id") && item["id"].is_number_integer())
            names[item["id"].get<long long>()] = textIn(item, field);
    return names;
}

long long numberIn(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? found->get<long long>() : -1;
}

void addEntry(ImportedPictures& imported, AnnotatedPicture& picture, const json& entry,
              const std::map<long long, std::string>& categories) {
    auto annotation = shapeOf(entry);
    if (!annotation) {
        ++imported.leftOut;
        return;
    }
    const auto category = categories.find(numberIn(entry, "category_id"));
    if (annotation->label.empty() && category != categories.end() && category->second != kUnlabeled)
        annotation->label = category->second;
    annotation->id = freshId(picture.annotations);
    picture.annotations.push_back(std::move(*annotation));
}

} // namespace

std::string toCoco(const std::vector<AnnotatedPicture>& pictures) {
    std::map<std::string, int> categories;
    for (const AnnotatedPicture& picture : pictures)
        for (const Annotation& annotation : picture.annotations)
            categories.emplace(categoryOf(annotation), 0);
    json file = {
        {"images", json::array()},
        {"annotations", json::array()},
        {"categories", json::array()},
        // The last one: by it the file is known again as one that may be replaced.
        {"info", {{"description", "Annotations of a case"}, {"contributor", "clueglass"}}}};
    int next = 0;
    for (auto& [name, id] : categories) {
        id = ++next;
        file["categories"].push_back({{"id", id}, {"name", name}});
    }
    int imageId = 0;
    int entryId = 0;
    for (const AnnotatedPicture& picture : pictures) {
        file["images"].push_back({{"id", ++imageId},
                                  {"file_name", picture.file},
                                  {"width", picture.width},
                                  {"height", picture.height}});
        for (const Annotation& annotation : picture.annotations) {
            json entry = entryFor(annotation, picture);
            entry["id"] = ++entryId;
            entry["image_id"] = imageId;
            entry["category_id"] = categories.at(categoryOf(annotation));
            file["annotations"].push_back(std::move(entry));
        }
    }
    return file.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<ImportedPictures> fromCoco(const std::string& text) {
    const auto parsed = parsedFile(text);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const json& file = *parsed;
    if (!file.is_object() || !file.value("images", json()).is_array() ||
        !file.value("annotations", json()).is_array())
        return fail(ErrorCode::InvalidJson, "This is no COCO file: it has no lists named images "
                                            "and annotations.");
    const auto categories = namesIn(file.value("categories", json::array()), "name");
    ImportedPictures imported;
    std::map<long long, std::size_t> places;
    for (const json& image : file["images"]) {
        if (!image.is_object())
            continue;
        places[numberIn(image, "id")] = imported.pictures.size();
        imported.pictures.push_back({textIn(image, "file_name"),
                                     static_cast<int>(numberIn(image, "width")),
                                     static_cast<int>(numberIn(image, "height")),
                                     {}});
    }
    for (const json& entry : file["annotations"]) {
        const auto place =
            entry.is_object() ? places.find(numberIn(entry, "image_id")) : places.end();
        if (place == places.end())
            ++imported.leftOut;
        else
            addEntry(imported, imported.pictures[place->second], entry, categories);
    }
    return imported;
}

} // namespace core::annotations
