// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/describe.h"

#include "core/provenance/c2pa/findings.h"

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using examination::C2paAction;
using examination::C2paAssertion;
using examination::C2paIngredient;
using examination::C2paManifest;
using examination::C2paThumbnail;
using image::asText;

constexpr std::size_t kMost = 500;

std::string textOf(const Cbor& value, std::string_view key) {
    return clipped(value.textOf(key));
}

/// A date is a text, tagged or not.
std::string dateIn(const Cbor& value, std::string_view key) {
    const Cbor* date = value.find(key);
    if (date != nullptr && date->is(Cbor::Kind::Tag) && !date->items.empty())
        date = &date->items.front();
    return date != nullptr && date->is(Cbor::Kind::Text) ? clipped(date->text()) : std::string();
}

/// Name and version of a program, from a text or a map.
std::string programOf(const Cbor* value) {
    if (value == nullptr)
        return {};
    if (value->is(Cbor::Kind::Text))
        return clipped(value->text());
    if (value->is(Cbor::Kind::Array)) {
        std::string names;
        for (const Cbor& entry : value->items)
            if (names.size() < 1'000)
                names += (names.empty() ? "" : ", ") + programOf(&entry);
        return names;
    }
    std::string name = textOf(*value, "name");
    const std::string version = textOf(*value, "version");
    return version.empty() ? name : name + " " + version;
}

std::string generatorOf(const Cbor& claim) {
    const std::string text = textOf(claim, "claim_generator");
    const std::string info = programOf(claim.find("claim_generator_info"));
    return info.empty() ? text : info;
}

std::optional<std::string> simpleText(const Cbor& value) {
    switch (value.kind) {
    case Cbor::Kind::Text:
        return clipped(value.text());
    case Cbor::Kind::Bool:
        return std::string(value.isTrue ? "true" : "false");
    case Cbor::Kind::Unsigned:
        return std::to_string(value.number);
    case Cbor::Kind::Negative:
        return "-" + std::to_string(value.number + 1);
    case Cbor::Kind::Float:
        return std::to_string(value.real);
    default:
        return std::nullopt;
    }
}

void addIngredients(const Cbor& parameters, const Manifest& manifest, C2paAction& action) {
    const auto add = [&](const Cbor& reference) {
        const auto uri = hashedUri(&reference);
        const auto target = uri ? resolve(uri->url, manifest.label) : std::nullopt;
        if (target && action.ingredients.size() < kMost)
            action.ingredients.push_back(clipped(target->path.substr(target->path.rfind('/') + 1)));
    };
    if (const Cbor* one = parameters.find("ingredient"))
        add(*one);
    if (const Cbor* list = parameters.find("ingredients", Cbor::Kind::Array))
        std::ranges::for_each(list->items, add);
}

C2paAction actionOf(const Cbor& value, const Cbor& assertion, const Manifest& manifest) {
    C2paAction action;
    action.action = textOf(value, "action");
    action.when = dateIn(value, "when");
    action.softwareAgent = programOf(value.find("softwareAgent"));
    const Cbor* agents = assertion.find("softwareAgents", Cbor::Kind::Array);
    const Cbor* index = value.find("softwareAgentIndex", Cbor::Kind::Unsigned);
    if (agents != nullptr && index != nullptr && index->number < agents->items.size())
        action.softwareAgent = programOf(&agents->items[index->number]);
    action.digitalSourceType = textOf(value, "digitalSourceType");
    action.description = textOf(value, "description");
    const Cbor* parameters = value.find("parameters", Cbor::Kind::Map);
    if (parameters == nullptr)
        return action;
    for (std::size_t i = 0; i + 1 < parameters->items.size() && action.parameters.size() < 50;
         i += 2) {
        const auto text = simpleText(parameters->items[i + 1]);
        if (text && parameters->items[i].is(Cbor::Kind::Text))
            action.parameters[clipped(parameters->items[i].text())] = *text;
    }
    addIngredients(*parameters, manifest, action);
    return action;
}

void addActions(const Assertion& assertion, const Manifest& manifest, C2paManifest& described) {
    const Cbor* list = assertion.content->find("actions", Cbor::Kind::Array);
    for (const Cbor& value : list == nullptr ? std::vector<Cbor>() : list->items)
        if (described.actions.size() < kMost)
            described.actions.push_back(actionOf(value, *assertion.content, manifest));
}

/// An embedded picture: media type after a toggle byte, then the bytes.
std::optional<C2paThumbnail> thumbnailIn(const Superbox* box, PictureShelf* shelf) {
    if (box == nullptr || box->payload("bidb").empty())
        return std::nullopt;
    const std::string_view head = asText(box->payload("bfdb"));
    const std::string_view type = head.substr(std::min<std::size_t>(1, head.size()));
    const Bytes bytes = box->payload("bidb");
    C2paThumbnail thumbnail{clipped(type.substr(0, type.find('\0'))), bytes.size()};
    if (shelf != nullptr)
        thumbnail.data = shelf->put(bytes);
    return thumbnail;
}

C2paIngredient ingredientOf(const Ingredient& ingredient, const Manifest& manifest,
                            const Store& store, PictureShelf* shelf) {
    const Cbor& content = *ingredient.assertion->content;
    C2paIngredient described;
    described.label = clipped(ingredient.assertion->label);
    described.title = textOf(content, "dc:title");
    described.format = textOf(content, "dc:format");
    described.relationship = clipped(ingredient.relationship);
    described.instanceId = textOf(content, "instanceID");
    if (ingredient.manifest) {
        const auto target = resolve(ingredient.manifest->url, manifest.label);
        if (target && store.find(target->manifest) != nullptr)
            described.manifest = clipped(target->manifest);
    }
    if (const auto picture = hashedUri(content.find("thumbnail")))
        if (const auto target = resolve(picture->url, manifest.label))
            if (const Manifest* holder = store.find(target->manifest))
                described.thumbnail = thumbnailIn(holder->at(target->path), shelf);
    return described;
}

/// Name, version and maker of a font, as the signer states them.
std::string fontNote(const Cbor& content) {
    std::string note = "Font";
    for (const std::string_view key : {"fullName", "name", "version", "creator", "copyright"})
        if (const std::string text = textOf(content, key); !text.empty())
            note += (note == "Font" ? ": " : ", ") + text;
    return note;
}

std::string noteOn(const Assertion& assertion) {
    if (assertion.label.starts_with("cawg.identity"))
        return "States an identity, which was not verified.";
    const std::string_view label = baseLabel(assertion.label);
    if (label == "c2pa.time-stamp")
        return "Time stamps for the signatures of other manifests.";
    if (label == "c2pa.certificate-status")
        return "Answers about the revocation of certificates, as the signer stored them.";
    if (label.starts_with("c2pa.soft-binding"))
        return "Names a watermark or fingerprint, which was not looked for.";
    if (label.find("font.info") != std::string_view::npos && assertion.content)
        return fontNote(*assertion.content);
    if (assertion.isBroken)
        return "The content cannot be read.";
    return {};
}

} // namespace

std::shared_ptr<const std::vector<std::uint8_t>> PictureShelf::put(Bytes bytes) {
    constexpr std::size_t kMostBytes = std::size_t{32} << 20;
    auto& picture = m_pictures[bytes.data()];
    if (!picture && bytes.size() <= kMostBytes - m_used) {
        picture = std::make_shared<const std::vector<std::uint8_t>>(bytes.begin(), bytes.end());
        m_used += bytes.size();
    }
    return picture;
}

C2paManifest describe(const Manifest& manifest, const Store& store, PictureShelf* shelf) {
    C2paManifest described;
    described.label = clipped(manifest.label);
    described.kind = manifest.kind;
    if (manifest.claim) {
        const Cbor& claim = manifest.claim->content;
        described.claimVersion = manifest.claim->version;
        described.claimGenerator = generatorOf(claim);
        described.title = textOf(claim, "dc:title");
        described.format = textOf(claim, "dc:format");
        described.instanceId = textOf(claim, "instanceID");
        for (const std::string& uri : manifest.claim->redacted)
            if (described.redacted.size() < kMost)
                described.redacted.push_back(clipped(uri));
    }
    for (const Assertion& assertion : manifest.assertions) {
        if (described.assertions.size() == kMost) {
            described.assertions.push_back({"…", 0, "There are more assertions than are shown."});
            break;
        }
        described.assertions.push_back(
            {clipped(assertion.label), assertion.box->content.size(), noteOn(assertion)});
        const std::string_view label = baseLabel(assertion.label);
        if (assertion.content && label.starts_with("c2pa.actions"))
            addActions(assertion, manifest, described);
        else if (label.starts_with("c2pa.thumbnail.claim"))
            described.thumbnail = thumbnailIn(assertion.box, shelf);
    }
    for (const Ingredient& ingredient : manifest.ingredients)
        if (described.ingredients.size() < kMost)
            described.ingredients.push_back(ingredientOf(ingredient, manifest, store, shelf));
    return described;
}

} // namespace core::provenance::c2pa
