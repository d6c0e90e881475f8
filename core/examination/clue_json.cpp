// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/clue_json.h"

namespace core::examination {

Json boxValue(const Rect& box) {
    return {{"x", box.x}, {"y", box.y}, {"w", box.width}, {"h", box.height}};
}

namespace {

Json toValue(const Region& region) {
    Json value = boxValue(region.box);
    value["score"] = region.score;
    if (!region.polygon.empty()) {
        for (const Point& point : region.polygon)
            value["polygon"].push_back({point.x, point.y});
    }
    return value;
}

Json toValue(const std::vector<Region>& regions) {
    Json list = Json::array();
    for (const Region& region : regions)
        list.push_back(toValue(region));
    return list;
}

Json toValue(const Grounding& grounding) {
    return {{"method", grounding.method},
            {"extent", wordFor(grounding.extent)},
            {"status", wordFor(grounding.status)},
            {"numbers", objectFrom(grounding.numbers)}};
}

Json toValue(const std::vector<PlaceMeasurement>& places) {
    Json list = Json::array();
    for (const PlaceMeasurement& place : places)
        list.push_back({{"quantity", place.quantity},
                        {"inside", place.inside},
                        {"picture", place.picture},
                        {"ratio", place.ratio}});
    return list;
}

} // namespace

Json toValue(const Clue& clue) {
    Json value = {{"text", clue.text},
                  {"kind", wordFor(clue.kind)},
                  {"source", wordFor(clue.source)},
                  {"strength", clue.strength},
                  {"direction", wordFor(clue.direction)},
                  {"regions", toValue(clue.regions)},
                  {"evidence", objectFrom(clue.evidence)}};
    if (!clue.templateId.empty())
        value["template"] = clue.templateId;
    if (!clue.quotes.empty())
        value["quotes"] = objectFrom(clue.quotes);
    if (clue.category != Category::Unknown)
        value["category"] = wordFor(clue.category);
    if (clue.grounding)
        value["grounding"] = toValue(*clue.grounding);
    if (clue.agreement != Agreement::NotMeasured || !clue.measured.empty())
        value["measured"] = {{"agreement", wordFor(clue.agreement)},
                             {"places", toValue(clue.measured)}};
    if (clue.isUnfinished)
        value["unfinished"] = true;
    if (clue.repetition.isStock)
        value["stock_phrase"] = true;
    if (clue.repetition.pictures > 0)
        value["said_of"] = {{"said", clue.repetition.said},
                            {"pictures", clue.repetition.pictures},
                            {"boilerplate", clue.repetition.isBoilerplate}};
    return value;
}

namespace {

Region regionFrom(const Json& value) {
    Region region;
    region.box = rectFrom(value);
    region.score = value.value("score", 0.0);
    if (value.contains("polygon")) {
        for (const Json& point : value.at("polygon"))
            region.polygon.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
    }
    return region;
}

Grounding groundingFrom(const Json& value) {
    Grounding grounding;
    grounding.method = value.at("method").get<std::string>();
    grounding.extent = wordFrom<GroundingExtent>(value, "extent");
    grounding.status = wordFrom<RegionStatus>(value, "status");
    grounding.numbers = value.at("numbers").get<std::map<std::string, double>>();
    return grounding;
}

std::vector<PlaceMeasurement> placesFrom(const Json& list) {
    std::vector<PlaceMeasurement> places;
    for (const Json& place : list)
        places.push_back({place.at("quantity").get<std::string>(), place.at("inside").get<double>(),
                          place.at("picture").get<double>(), place.at("ratio").get<double>()});
    return places;
}

} // namespace

Rect rectFrom(const Json& value) {
    return {value.at("x").get<int>(), value.at("y").get<int>(), value.at("w").get<int>(),
            value.at("h").get<int>()};
}

Clue clueFrom(const Json& value) {
    Clue clue;
    clue.text = value.at("text").get<std::string>();
    clue.templateId = value.value("template", std::string());
    clue.kind = wordFrom<ClueKind>(value, "kind");
    clue.source = wordFrom<ClueSource>(value, "source");
    clue.direction = wordFrom<Direction>(value, "direction");
    clue.strength = value.at("strength").get<double>();
    for (const Json& region : value.at("regions"))
        clue.regions.push_back(regionFrom(region));
    clue.evidence = value.at("evidence").get<std::map<std::string, double>>();
    if (value.contains("quotes"))
        clue.quotes = value.at("quotes").get<std::map<std::string, std::string>>();
    if (value.contains("category"))
        clue.category = wordFrom<Category>(value, "category");
    if (value.contains("grounding"))
        clue.grounding = groundingFrom(value.at("grounding"));
    if (value.contains("measured")) {
        clue.agreement = wordFrom<Agreement>(value.at("measured"), "agreement");
        clue.measured = placesFrom(value.at("measured").at("places"));
    }
    if (value.contains("said_of")) {
        const Json& said = value.at("said_of");
        clue.repetition = {said.at("said").get<int>(), said.at("pictures").get<int>(),
                           said.at("boilerplate").get<bool>()};
    }
    clue.isUnfinished = value.value("unfinished", false);
    clue.repetition.isStock = value.value("stock_phrase", false);
    return clue;
}

} // namespace core::examination
