// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/manifest.h"

#include "core/provenance/c2pa/brotli.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

using image::asText;

constexpr std::string_view kInside = "self#jumbf=";
constexpr std::size_t kMaxAssertions = 5'000;

void readHashedUris(const Cbor& content, std::string_view key, Claim& claim, bool& isGood) {
    const Cbor* list = content.find(key);
    if (list == nullptr)
        return;
    isGood = isGood && list->is(Cbor::Kind::Array) && list->items.size() <= kMaxAssertions;
    for (const Cbor& entry : list->items) {
        const auto uri = hashedUri(&entry);
        if (!uri)
            isGood = false;
        else if (claim.assertions.size() < kMaxAssertions)
            claim.assertions.push_back(*uri);
    }
}

/// Nothing when what the specification demands is missing.
std::optional<Claim> readClaim(const Superbox& box, int version, std::size_t& valuesLeft,
                               std::string& problem) {
    Claim claim;
    claim.version = version;
    claim.bytes = box.payload("cbor");
    auto content = parseCbor(claim.bytes, {.budget = &valuesLeft});
    if (!content) {
        problem = "claim.cbor.invalid";
        return std::nullopt;
    }
    claim.content = std::move(*content);
    const Cbor& map = claim.content;
    claim.algorithm = map.textOf("alg");
    claim.signatureUrl = map.textOf("signature");
    bool isGood = map.is(Cbor::Kind::Map) && !claim.signatureUrl.empty();
    if (version == 1) {
        isGood = isGood && map.find("claim_generator", Cbor::Kind::Text) != nullptr &&
                 map.find("assertions", Cbor::Kind::Array) != nullptr;
        readHashedUris(map, "assertions", claim, isGood);
        claim.created = claim.assertions.size();
    } else {
        isGood = isGood && map.find("claim_generator_info", Cbor::Kind::Map) != nullptr &&
                 map.find("created_assertions", Cbor::Kind::Array) != nullptr &&
                 map.find("instanceID", Cbor::Kind::Text) != nullptr;
        readHashedUris(map, "created_assertions", claim, isGood);
        claim.created = claim.assertions.size();
        readHashedUris(map, "gathered_assertions", claim, isGood);
    }
    if (const Cbor* redacted = map.find("redacted_assertions", Cbor::Kind::Array))
        for (const Cbor& uri : redacted->items)
            if (uri.is(Cbor::Kind::Text))
                claim.redacted.emplace_back(uri.text());
    if (!isGood)
        problem = "claim.malformed";
    return isGood ? std::optional(std::move(claim)) : std::nullopt;
}

void readClaims(Manifest& manifest, std::size_t& valuesLeft) {
    const Superbox* v1 = manifest.box->child("c2pa.claim");
    const Superbox* v2 = manifest.box->child("c2pa.claim.v2");
    manifest.claims = static_cast<int>(std::ranges::count_if(
        manifest.box->children, [](const Superbox& box) { return box.type == "c2cl"; }));
    if (v1 == nullptr && v2 == nullptr)
        manifest.claimProblem = "claim.missing";
    else if (manifest.claims > 1)
        manifest.claimProblem = "claim.multiple";
    else
        manifest.claim = readClaim(v2 != nullptr ? *v2 : *v1, v2 != nullptr ? 2 : 1, valuesLeft,
                                   manifest.claimProblem);
}

Assertion readAssertion(const Superbox& box, const std::string& manifest, std::size_t& valuesLeft) {
    Assertion assertion;
    assertion.label = box.label;
    assertion.box = &box;
    assertion.uri = uriOf(manifest, "c2pa.assertions/" + box.label);
    if (box.type == "cbor") {
        assertion.content = parseCbor(box.payload("cbor"), {.budget = &valuesLeft});
        assertion.isBroken = !assertion.content;
    } else if (box.type == "json") {
        constexpr std::size_t kMaxJson = 1u << 22;
        const std::string_view text = asText(box.payload("json"));
        assertion.isBroken = text.size() > kMaxJson || !nlohmann::json::accept(text);
    }
    return assertion;
}

void readIngredient(const Assertion& assertion, Manifest& manifest) {
    const std::string_view label = baseLabel(assertion.label);
    Ingredient ingredient;
    ingredient.assertion = &assertion;
    if (label == "c2pa.ingredient.v2")
        ingredient.version = IngredientVersion::V2;
    else if (label == "c2pa.ingredient.v3")
        ingredient.version = IngredientVersion::V3;
    else if (label != "c2pa.ingredient")
        return;
    if (!assertion.content)
        return;
    const Cbor& content = *assertion.content;
    ingredient.relationship = content.textOf("relationship");
    ingredient.manifest = hashedUri(content.find(
        ingredient.version == IngredientVersion::V3 ? "activeManifest" : "c2pa_manifest"));
    if (ingredient.version == IngredientVersion::V3)
        ingredient.claimSignature = hashedUri(content.find("claimSignature"));
    manifest.ingredients.push_back(std::move(ingredient));
}

void readParts(Manifest& manifest, std::size_t& valuesLeft) {
    readClaims(manifest, valuesLeft);
    if (const Superbox* store = manifest.box->child("c2pa.assertions"))
        for (const Superbox& box : store->children)
            manifest.assertions.push_back(readAssertion(box, manifest.label, valuesLeft));
    for (const Assertion& assertion : manifest.assertions)
        readIngredient(assertion, manifest);
}

/// The manifest inside a compressed one; null when it cannot be had.
const Superbox* inflate(const Superbox& compressed, Store& store) {
    constexpr std::size_t kMaxInflated = std::size_t{64} << 20;
    std::size_t used = 0;
    for (const auto& earlier : store.inflated)
        used += earlier.size();
    Bytes packed = compressed.payload("brob");
    // The type of the box that was packed stands before its bytes.
    if (asText(packed).starts_with("jumb"))
        packed = packed.subspan(4);
    auto bytes = unpackBrotli(packed, kMaxInflated - std::min(used, kMaxInflated));
    if (!bytes) {
        store.problem = "A compressed manifest cannot be unpacked.";
        return nullptr;
    }
    if (bytes->size() < 8 ||
        asText(*bytes).substr(4, 4) != "jumb") { // its content only: give it the header back
        std::vector<std::uint8_t> box;
        const std::size_t length = bytes->size() + 8;
        for (int shift = 24; shift >= 0; shift -= 8)
            box.push_back(static_cast<std::uint8_t>(length >> shift));
        for (const char c : std::string_view("jumb"))
            box.push_back(static_cast<std::uint8_t>(c));
        box.insert(box.end(), bytes->begin(), bytes->end());
        *bytes = std::move(box);
    }
    store.inflated.push_back(std::move(*bytes));
    ParsedSuperbox parsed = parseSuperbox(store.inflated.back());
    if (!parsed.problem.empty()) {
        store.problem = parsed.problem;
        return nullptr;
    }
    store.inflatedBoxes.push_back(std::move(parsed.box));
    return &store.inflatedBoxes.back();
}

} // namespace

std::optional<HashedUri> hashedUri(const Cbor* value) {
    const Cbor* url = value == nullptr ? nullptr : value->find("url", Cbor::Kind::Text);
    const Cbor* hash = value == nullptr ? nullptr : value->find("hash", Cbor::Kind::Bytes);
    if (url == nullptr || hash == nullptr)
        return std::nullopt;
    return HashedUri{std::string(url->text()), hash->bytes, value->textOf("alg")};
}

std::optional<BoxPath> resolve(std::string_view url, std::string_view current) {
    if (!url.starts_with(kInside))
        return std::nullopt;
    url.remove_prefix(kInside.size());
    const bool isAbsolute = url.starts_with("/c2pa/") || url.starts_with("c2pa/");
    if (!isAbsolute)
        return BoxPath{std::string(current), std::string(url)};
    url.remove_prefix(url.starts_with('/') ? 6 : 5);
    const auto end = std::min(url.find('/'), url.size());
    return BoxPath{std::string(url.substr(0, end)),
                   std::string(url.substr(std::min(end + 1, url.size())))};
}

std::string uriOf(std::string_view manifest, std::string_view path) {
    std::string uri = std::string(kInside) + "/c2pa/" + std::string(manifest);
    if (!path.empty())
        uri += "/" + std::string(path);
    return uri;
}

const Assertion* Manifest::assertion(std::string_view wanted) const {
    const auto found = std::ranges::find(assertions, wanted, &Assertion::label);
    return found == assertions.end() ? nullptr : &*found;
}

const Superbox* Manifest::at(std::string_view path) const {
    const Superbox* at = box;
    while (!path.empty() && at != nullptr) {
        const auto end = std::min(path.find('/'), path.size());
        at = at->child(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return at;
}

const Manifest* Store::find(std::string_view label) const {
    const auto found = std::find_if(manifests.rbegin(), manifests.rend(),
                                    [label](const Manifest& one) { return one.label == label; });
    return found == manifests.rend() ? nullptr : &*found;
}

bool Store::isLabelTwice(std::string_view label) const {
    return std::ranges::count(manifests, label, &Manifest::label) > 1;
}

std::unique_ptr<Store> openStore(std::vector<std::uint8_t> bytes) {
    auto store = std::make_unique<Store>();
    store->bytes = std::move(bytes);
    ParsedSuperbox parsed = parseSuperbox(store->bytes);
    store->problem = parsed.problem;
    store->root = std::move(parsed.box);
    constexpr std::size_t kMaxManifests = 500;
    for (const Superbox& box : store->root.children) {
        const bool isCompressed = box.type == "c2cm";
        if (box.type != "c2ma" && box.type != "c2um" && !isCompressed)
            continue;
        if (store->manifests.size() >= kMaxManifests) {
            store->problem = "The credentials hold more than 500 manifests.";
            break;
        }
        Manifest manifest;
        manifest.box = isCompressed ? inflate(box, *store) : &box;
        if (manifest.box == nullptr)
            continue;
        manifest.hashed = box.content;
        manifest.label = box.label;
        manifest.isUpdate = manifest.box->type == "c2um";
        manifest.kind = isCompressed ? "compressed" : manifest.isUpdate ? "update" : "standard";
        store->manifests.push_back(std::move(manifest));
        readParts(store->manifests.back(), store->valuesLeft);
    }
    if (store->problem.empty() && store->manifests.empty())
        store->problem = "The credentials hold no manifest.";
    return store;
}

std::string_view baseLabel(std::string_view label) {
    const auto end = label.rfind("__");
    const bool isInstance =
        end != std::string_view::npos && end + 2 < label.size() &&
        label.find_first_not_of("0123456789", end + 2) == std::string_view::npos;
    return isInstance ? label.substr(0, end) : label;
}

} // namespace core::provenance::c2pa
