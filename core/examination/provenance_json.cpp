// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/provenance_json.h"

#include "core/examination/c2pa_json.h"
#include "core/examination/vocabulary.h"

namespace core::examination {

namespace {

Json toValue(const GenerationRecord& generation) {
    Json settings = Json::array();
    for (const auto& [name, value] : generation.settings)
        settings.push_back({{"name", name}, {"value", value}});
    Json value = {{"program", generation.program}, {"model", generation.model},
                  {"prompt", generation.prompt},   {"negative_prompt", generation.negativePrompt},
                  {"seed", generation.seed},       {"sampler", generation.sampler}};
    if (generation.usedPicture)
        value["used_picture"] = *generation.usedPicture;
    value["settings"] = std::move(settings);
    value["field"] = generation.field;
    return value;
}

GenerationRecord generationFrom(const Json& value) {
    GenerationRecord generation;
    generation.program = value.at("program").get<std::string>();
    generation.model = value.at("model").get<std::string>();
    generation.prompt = value.at("prompt").get<std::string>();
    generation.negativePrompt = value.at("negative_prompt").get<std::string>();
    generation.seed = value.at("seed").get<std::string>();
    generation.sampler = value.at("sampler").get<std::string>();
    if (value.contains("used_picture"))
        generation.usedPicture = value.at("used_picture").get<bool>();
    for (const Json& setting : value.at("settings"))
        generation.settings.emplace_back(setting.at("name").get<std::string>(),
                                         setting.at("value").get<std::string>());
    generation.field = value.at("field").get<std::string>();
    return generation;
}

Json toValue(const WatermarkRecord& mark) {
    return {{"name", mark.name},         {"bits", mark.bits},
            {"agreeing", mark.agreeing}, {"log10_chance", mark.log10Chance},
            {"width", mark.width},       {"height", mark.height}};
}

WatermarkRecord watermarkFrom(const Json& value) {
    return {value.at("name").get<std::string>(), value.at("bits").get<int>(),
            value.at("agreeing").get<int>(),     value.at("log10_chance").get<double>(),
            value.at("width").get<int>(),        value.at("height").get<int>()};
}

Json toValue(const StatedOrigin& origin) {
    return {{"basis", wordFor(origin.basis)},
            {"direction", wordFor(origin.direction)},
            {"extent", wordFor(origin.extent)},
            {"by", origin.by},
            {"field", origin.field}};
}

StatedOrigin originFrom(const Json& value) {
    return {wordFrom<Basis>(value, "basis"), wordFrom<Direction>(value, "direction"),
            wordFrom<OriginExtent>(value, "extent"), value.at("by").get<std::string>(),
            value.at("field").get<std::string>()};
}

Json partsValue(const std::vector<ExtraPart>& parts) {
    Json array = Json::array();
    for (const ExtraPart& part : parts)
        array.push_back({{"what", part.what}, {"offset", part.offset}, {"bytes", part.bytes}});
    return array;
}

Json datesValue(const std::vector<DatedEvent>& dates) {
    Json array = Json::array();
    for (const DatedEvent& date : dates)
        array.push_back({{"when", date.when}, {"zone", date.zone}, {"source", date.source}});
    return array;
}

} // namespace

Json orNull(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
}

std::optional<std::string> textOrNothing(const Json& object, const char* field) {
    const auto found = object.find(field);
    if (found == object.end() || found->is_null())
        return std::nullopt;
    return found->get<std::string>();
}

Json toValue(const ProvenanceRecord& provenance) {
    Json value = {{"camera", orNull(provenance.camera)},
                  {"software", orNull(provenance.software)},
                  {"generator", orNull(provenance.generator)},
                  {"captured_at", orNull(provenance.capturedAt)},
                  {"c2pa", toValue(provenance.c2pa)}};
    if (provenance.origin)
        value["stated_origin"] = toValue(*provenance.origin);
    if (provenance.generation)
        value["generation"] = toValue(*provenance.generation);
    if (provenance.watermark)
        value["watermark"] = toValue(*provenance.watermark);
    value["extra_parts"] = partsValue(provenance.extraParts);
    value["dates"] = datesValue(provenance.dates);
    Json fields = Json::array();
    for (const MetadataField& field : provenance.fields) {
        fields.push_back({{"group", field.group}, {"name", field.name}, {"value", field.value}});
        if (!field.guess.empty())
            fields.back().update({{"guess", field.guess}, {"bytes", field.bytes}});
    }
    value["fields"] = std::move(fields);
    return value;
}

ProvenanceRecord provenanceFrom(const Json& value) {
    ProvenanceRecord provenance;
    provenance.camera = textOrNothing(value, "camera");
    provenance.software = textOrNothing(value, "software");
    provenance.generator = textOrNothing(value, "generator");
    provenance.capturedAt = textOrNothing(value, "captured_at");
    provenance.c2pa = c2paFrom(value.at("c2pa"));
    if (value.contains("stated_origin"))
        provenance.origin = originFrom(value.at("stated_origin"));
    if (value.contains("generation"))
        provenance.generation = generationFrom(value.at("generation"));
    if (value.contains("watermark"))
        provenance.watermark = watermarkFrom(value.at("watermark"));
    for (const Json& part : value.value("extra_parts", Json::array()))
        provenance.extraParts.push_back({part.at("what").get<std::string>(),
                                         part.at("offset").get<std::uint64_t>(),
                                         part.at("bytes").get<std::uint64_t>()});
    for (const Json& date : value.value("dates", Json::array()))
        provenance.dates.push_back({date.at("when").get<std::string>(),
                                    date.at("zone").get<std::string>(),
                                    date.at("source").get<std::string>()});
    for (const Json& field : value.value("fields", Json::array()))
        provenance.fields.push_back(
            {field.at("group").get<std::string>(), field.at("name").get<std::string>(),
             field.at("value").get<std::string>(), field.value("guess", std::string()),
             field.value("bytes", std::string())});
    return provenance;
}

} // namespace core::examination
