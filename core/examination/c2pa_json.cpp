// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/examination/c2pa_json.h"

#include "core/examination/vocabulary.h"

#include <stdexcept>

namespace core::examination {

namespace {

using Json = nlohmann::ordered_json;

// ---- writing -------------------------------------------------------------------------------

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

void addText(Json& object, const char* name, const std::string& text) {
    if (!text.empty())
        object[name] = text;
}

template <typename Value> Json orNull(const std::optional<Value>& value);

template <typename List> Json arrayOf(const List& list);

Json valueOfPart(const C2paStatus& status) {
    Json value = {{"code", status.code}, {"uri", status.uri}};
    addText(value, "detail", status.detail);
    return value;
}

Json valueOfPart(const C2paStatusLists& status) {
    return {{"success", arrayOf(status.success)},
            {"informational", arrayOf(status.informational)},
            {"failure", arrayOf(status.failure)}};
}

Json valueOfPart(const C2paSigner& signer) {
    Json value = {{"name", signer.name},
                  {"organization", signer.organization},
                  {"issuer", signer.issuer},
                  {"list", orNull(signer.list)},
                  {"list_date", orNull(signer.listDate)}};
    addText(value, "valid_from", signer.validFrom);
    addText(value, "valid_until", signer.validUntil);
    addText(value, "algorithm", signer.algorithm);
    return value;
}

Json valueOfPart(const C2paTime& time) {
    Json value = {{"time", time.at}, {"source", time.source}};
    addText(value, "authority", time.authority);
    value["authority_listed"] = time.isAuthorityListed;
    return value;
}

Json valueOfPart(const C2paThumbnail& thumbnail) {
    return {{"format", thumbnail.mediaType}, {"bytes", thumbnail.bytes}};
}

Json valueOfPart(const C2paAction& action) {
    Json value = {{"action", action.action}};
    addText(value, "when", action.when);
    addText(value, "software_agent", action.softwareAgent);
    addText(value, "digital_source_type", action.digitalSourceType);
    addText(value, "description", action.description);
    if (!action.parameters.empty())
        value["parameters"] = action.parameters;
    if (!action.ingredients.empty())
        value["ingredients"] = action.ingredients;
    return value;
}

Json valueOfPart(const C2paIngredient& ingredient) {
    Json value = {{"label", ingredient.label}, {"relationship", ingredient.relationship}};
    addText(value, "title", ingredient.title);
    addText(value, "format", ingredient.format);
    addText(value, "instance_id", ingredient.instanceId);
    value["manifest"] = orNull(ingredient.manifest);
    if (ingredient.thumbnail)
        value["thumbnail"] = valueOfPart(*ingredient.thumbnail);
    return value;
}

Json valueOfPart(const C2paAssertion& assertion) {
    Json value = {{"label", assertion.label}, {"bytes", assertion.bytes}};
    addText(value, "note", assertion.note);
    return value;
}

Json valueOfPart(const C2paByteRange& range) {
    Json value = {{"start", range.start}, {"length", range.length}};
    addText(value, "what", range.what);
    return value;
}

Json valueOfPart(const C2paManifest& manifest) {
    Json value = {{"label", manifest.label},
                  {"kind", manifest.kind},
                  {"claim_version", manifest.claimVersion},
                  {"claim_generator", manifest.claimGenerator}};
    addText(value, "title", manifest.title);
    addText(value, "format", manifest.format);
    addText(value, "instance_id", manifest.instanceId);
    value["signer"] = orNull(manifest.signer);
    value["signed_at"] = orNull(manifest.signedAt);
    value["actions"] = arrayOf(manifest.actions);
    value["ingredients"] = arrayOf(manifest.ingredients);
    value["assertions"] = arrayOf(manifest.assertions);
    if (!manifest.redacted.empty())
        value["redacted"] = manifest.redacted;
    if (manifest.thumbnail)
        value["thumbnail"] = valueOfPart(*manifest.thumbnail);
    value["status"] = valueOfPart(manifest.status);
    return value;
}

template <typename Value> Json orNull(const std::optional<Value>& value) {
    return value ? valueOfPart(*value) : Json(nullptr);
}

template <typename List> Json arrayOf(const List& list) {
    Json array = Json::array();
    for (const auto& entry : list)
        array.push_back(valueOfPart(entry));
    return array;
}

// ---- reading -------------------------------------------------------------------------------

std::string textIn(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

const Json* partIn(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

template <typename Value, typename Read>
std::vector<Value> listIn(const Json& object, const char* name, Read read) {
    std::vector<Value> list;
    if (const Json* array = partIn(object, name)) {
        for (const Json& entry : *array)
            list.push_back(read(entry));
    }
    return list;
}

template <typename Value, typename Read>
std::optional<Value> optionalIn(const Json& object, const char* name, Read read) {
    const Json* part = partIn(object, name);
    return part == nullptr ? std::nullopt : std::optional<Value>(read(*part));
}

C2paStatus statusFrom(const Json& value) {
    return {value.at("code").get<std::string>(), textIn(value, "uri"), textIn(value, "detail")};
}

C2paStatusLists listsFrom(const Json& value) {
    return {listIn<C2paStatus>(value, "success", statusFrom),
            listIn<C2paStatus>(value, "informational", statusFrom),
            listIn<C2paStatus>(value, "failure", statusFrom)};
}

C2paSigner signerFrom(const Json& value) {
    C2paSigner signer;
    signer.name = textIn(value, "name");
    signer.organization = textIn(value, "organization");
    signer.issuer = textIn(value, "issuer");
    signer.list = textIn(value, "list");
    signer.listDate = textIn(value, "list_date");
    signer.validFrom = textIn(value, "valid_from");
    signer.validUntil = textIn(value, "valid_until");
    signer.algorithm = textIn(value, "algorithm");
    return signer;
}

C2paTime timeFrom(const Json& value) {
    return {textIn(value, "time"), textIn(value, "source"), textIn(value, "authority"),
            value.value("authority_listed", false)};
}

C2paThumbnail thumbnailFrom(const Json& value) {
    return {textIn(value, "format"), value.at("bytes").get<std::uint64_t>()};
}

C2paAction actionFrom(const Json& value) {
    C2paAction action;
    action.action = textIn(value, "action");
    action.when = textIn(value, "when");
    action.softwareAgent = textIn(value, "software_agent");
    action.digitalSourceType = textIn(value, "digital_source_type");
    action.description = textIn(value, "description");
    action.parameters = value.value("parameters", std::map<std::string, std::string>());
    action.ingredients = value.value("ingredients", std::vector<std::string>());
    return action;
}

C2paIngredient ingredientFrom(const Json& value) {
    C2paIngredient ingredient;
    ingredient.label = textIn(value, "label");
    ingredient.relationship = textIn(value, "relationship");
    ingredient.title = textIn(value, "title");
    ingredient.format = textIn(value, "format");
    ingredient.instanceId = textIn(value, "instance_id");
    ingredient.manifest = textIn(value, "manifest");
    ingredient.thumbnail = optionalIn<C2paThumbnail>(value, "thumbnail", thumbnailFrom);
    return ingredient;
}

C2paManifest manifestFrom(const Json& value) {
    C2paManifest manifest;
    manifest.label = textIn(value, "label");
    manifest.kind = textIn(value, "kind");
    manifest.claimVersion = value.value("claim_version", 0);
    manifest.claimGenerator = textIn(value, "claim_generator");
    manifest.title = textIn(value, "title");
    manifest.format = textIn(value, "format");
    manifest.instanceId = textIn(value, "instance_id");
    manifest.signer = optionalIn<C2paSigner>(value, "signer", signerFrom);
    manifest.signedAt = optionalIn<C2paTime>(value, "signed_at", timeFrom);
    manifest.actions = listIn<C2paAction>(value, "actions", actionFrom);
    manifest.ingredients = listIn<C2paIngredient>(value, "ingredients", ingredientFrom);
    manifest.assertions =
        listIn<C2paAssertion>(value, "assertions", [](const Json& entry) -> C2paAssertion {
            return {textIn(entry, "label"), entry.value("bytes", std::uint64_t{0}),
                    textIn(entry, "note")};
        });
    manifest.redacted = value.value("redacted", std::vector<std::string>());
    manifest.thumbnail = optionalIn<C2paThumbnail>(value, "thumbnail", thumbnailFrom);
    if (const Json* status = partIn(value, "status"))
        manifest.status = listsFrom(*status);
    return manifest;
}

C2paState stateFrom(const Json& value) {
    const std::string word = value.value("state", std::string("absent"));
    if (word == "absent")
        return C2paState::None;
    if (word == "unreadable")
        return C2paState::Invalid;
    if (const auto state = valueOf<C2paState>(word))
        return *state;
    throw std::invalid_argument("state has the unknown value \"" + word + "\"");
}

} // namespace

Json toValue(const C2paRecord& record) {
    Json value = {{"present", record.present},
                  {"state", wordFor(record.state)},
                  {"remote_url", record.remoteUrl ? Json(*record.remoteUrl) : Json(nullptr)},
                  {"active_manifest", orNull(record.activeManifest)},
                  {"signer", orNull(record.signer)},
                  {"signed_at", orNull(record.signedAt)},
                  {"status", valueOfPart(record.status)},
                  {"manifests", arrayOf(record.manifests)}};
    if (!record.notCovered.empty())
        value["not_covered"] = arrayOf(record.notCovered);
    addText(value, "problem", record.problem);
    return value;
}

C2paRecord c2paFrom(const Json& value) {
    C2paRecord record;
    record.present = value.at("present").get<bool>();
    record.state = stateFrom(value);
    if (const Json* url = partIn(value, "remote_url"))
        record.remoteUrl = url->get<std::string>();
    record.activeManifest = textIn(value, "active_manifest");
    record.signer = optionalIn<C2paSigner>(value, "signer", signerFrom);
    record.signedAt = optionalIn<C2paTime>(value, "signed_at", timeFrom);
    if (const Json* status = partIn(value, "status"))
        record.status = listsFrom(*status);
    record.manifests = listIn<C2paManifest>(value, "manifests", manifestFrom);
    record.notCovered =
        listIn<C2paByteRange>(value, "not_covered", [](const Json& entry) -> C2paByteRange {
            return {entry.at("start").get<std::uint64_t>(), entry.at("length").get<std::uint64_t>(),
                    textIn(entry, "what")};
        });
    record.problem = textIn(value, "problem");
    return record;
}

const C2paManifest* manifestOf(const C2paRecord& record, const std::string& label) {
    for (auto manifest = record.manifests.rbegin(); manifest != record.manifests.rend(); ++manifest)
        if (manifest->label == label)
            return &*manifest;
    return nullptr;
}

} // namespace core::examination
