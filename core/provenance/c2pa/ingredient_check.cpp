// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/ingredient_check.h"

#include "core/provenance/c2pa/hashing.h"

#include <algorithm>

namespace core::provenance::c2pa {

namespace {

constexpr std::size_t kMaxDepth = 100;

/// Adds the codes of one list, `[{code, url}]`.
template <typename Recorded>
void addCodes(const Cbor* list, const std::string& manifest, Recorded& recorded) {
    for (const Cbor& entry : list == nullptr ? std::vector<Cbor>() : list->items) {
        std::string url = entry.textOf("url");
        if (const auto target = resolve(url, manifest))
            url = uriOf(target->manifest, target->path);
        else
            url.clear(); // old writers put other words there
        recorded.emplace(entry.textOf("code"), url);
    }
}

/// What the signer recorded about an ingredient: its failures, and whether its signature was seen
/// within the certificate's validity.
template <typename Recorded>
void addRecorded(const Ingredient& ingredient, const std::string& manifest, Recorded& recorded) {
    const Cbor& content = *ingredient.assertion->content;
    addCodes(content.find("validationStatus", Cbor::Kind::Array), manifest, recorded);
    const Cbor* results = content.find("validationResults");
    if (results == nullptr)
        return;
    const auto addLists = [&](const Cbor* lists) {
        if (lists == nullptr)
            return;
        addCodes(lists->find("failure"), manifest, recorded);
        for (const Cbor* success = lists->find("success"); success != nullptr; success = nullptr)
            for (const Cbor& entry : success->items)
                if (entry.textOf("code") == "claimSignature.insideValidity") {
                    const auto target = resolve(entry.textOf("url"), manifest);
                    const std::string uri =
                        target ? uriOf(target->manifest, target->path) : std::string();
                    recorded.emplace("signingCredential.expired", uri);
                    recorded.emplace("claimSignature.outsideValidity", uri);
                }
    };
    addLists(results->find("activeManifest"));
    if (const Cbor* deltas = results->find("ingredientDeltas", Cbor::Kind::Array))
        for (const Cbor& delta : deltas->items)
            addLists(delta.find("validationDeltas"));
}

} // namespace

IngredientCheck::IngredientCheck(const Store& store, const SignatureRules& rules)
    : m_store(store), m_rules(rules), m_redactions(store) {}

void IngredientCheck::run(const Manifest& active) {
    visit(active, {});
}

const CheckedManifest* IngredientCheck::resultOf(const Manifest& manifest) const {
    const auto found = m_results.find(&manifest);
    return found == m_results.end() ? nullptr : &found->second;
}

const Manifest* IngredientCheck::bound(const Manifest& active) const {
    const Manifest* manifest = &active;
    for (std::size_t i = 0; i < kMaxDepth && manifest != nullptr && manifest->isUpdate; ++i) {
        const auto parent =
            std::ranges::find(manifest->ingredients, "parentOf", &Ingredient::relationship);
        const auto target = parent != manifest->ingredients.end() && parent->manifest
                                ? resolve(parent->manifest->url, manifest->label)
                                : std::nullopt;
        manifest = target ? m_store.find(target->manifest) : nullptr;
    }
    return manifest != nullptr && manifest->isUpdate ? nullptr : manifest;
}

void IngredientCheck::visit(const Manifest& manifest, const Recorded& recorded) {
    m_way.push_back(&manifest);
    CheckedManifest checked = checkManifest(manifest, m_redactions, m_rules);
    m_results[&manifest]; // known from here on, so that a cycle ends
    const auto parents = std::ranges::count(manifest.ingredients, std::string("parentOf"),
                                            &Ingredient::relationship);
    if (parents > 1)
        checked.findings.fail("manifest.multipleParents", uriOf(manifest.label, ""),
                              "The manifest names more than one parent.");
    if (manifest.isUpdate && (parents != 1 || manifest.ingredients.size() != 1))
        checked.findings.fail("manifest.update.wrongParents", uriOf(manifest.label, ""),
                              "An update manifest must have one parent and nothing else.");
    struct Next {
        const Manifest* manifest;
        Recorded recorded;
    };
    std::vector<Next> next;
    for (const Ingredient& ingredient : manifest.ingredients) {
        Recorded known = recorded;
        addRecorded(ingredient, manifest.label, known);
        if (const Manifest* target = checkLink(manifest, ingredient, checked.findings))
            next.push_back({target, std::move(known)});
    }
    const bool isActive = m_way.size() == 1;
    if (!isActive)
        addDeltas(checked, recorded);
    m_results[&manifest] = std::move(checked);
    for (const Next& one : next)
        if (!m_results.contains(one.manifest))
            visit(*one.manifest, one.recorded);
    m_way.pop_back();
}

const Manifest* IngredientCheck::checkLink(const Manifest& parent, const Ingredient& ingredient,
                                           Findings& findings) {
    if (!ingredient.manifest)
        return nullptr;
    const std::string& uri = ingredient.assertion->uri;
    const auto target = resolve(ingredient.manifest->url, parent.label);
    const Manifest* manifest = target ? m_store.find(target->manifest) : nullptr;
    if (manifest == nullptr) {
        findings.fail("ingredient.manifest.missing", uri,
                      "The manifest of an ingredient is not in the credentials.");
        return nullptr;
    }
    if (std::ranges::find(m_way, manifest) != m_way.end()) {
        findings.fail("general.error", uri, "An ingredient leads back to what it went into.");
        return nullptr;
    }
    if (m_way.size() >= kMaxDepth) {
        findings.fail("general.error", uri, "Ingredients are nested more than 100 levels deep.");
        return nullptr;
    }
    compareHashes(parent, ingredient, *manifest, findings);
    return manifest;
}

void IngredientCheck::compareHashes(const Manifest& parent, const Ingredient& ingredient,
                                    const Manifest& target, Findings& findings) {
    const std::string& uri = ingredient.assertion->uri;
    const auto algorithmOf = [&parent](const HashedUri& reference) {
        return reference.algorithm.empty() && parent.claim ? parent.claim->algorithm
                                                           : reference.algorithm;
    };
    const std::string algorithm = algorithmOf(*ingredient.manifest);
    if (!isHashAlgorithm(algorithm)) {
        findings.fail("algorithm.unsupported", uri, "No known hash algorithm is named.");
        return;
    }
    // Writers of 2022 hashed the claim instead of the manifest's box.
    const bool isBox = isSame(m_digests.of(algorithm, target.hashed), ingredient.manifest->hash);
    const bool isClaim = target.claim && isSame(m_digests.of(algorithm, target.claim->bytes),
                                                ingredient.manifest->hash);
    if (isBox || isClaim)
        findings.succeed("ingredient.manifest.validated", uri);
    else if (!m_redactions.touch(target.label))
        findings.fail("ingredient.manifest.mismatch", uri,
                      "The manifest of an ingredient is not the one that was signed.");
    if (!ingredient.claimSignature)
        return;
    const auto path = resolve(ingredient.claimSignature->url, parent.label);
    const Superbox* box = path && path->manifest == target.label ? target.at(path->path) : nullptr;
    const std::string own = algorithmOf(*ingredient.claimSignature);
    if (box == nullptr || !isHashAlgorithm(own)) {
        findings.fail("ingredient.claimSignature.missing", uri);
        return;
    }
    // Some writers of 2025 hashed the box with its header.
    if (isSame(m_digests.of(own, box->content), ingredient.claimSignature->hash) ||
        isSame(m_digests.of(own, box->whole), ingredient.claimSignature->hash))
        findings.succeed("ingredient.claimSignature.validated", uri);
    else
        findings.fail("ingredient.claimSignature.mismatch", uri,
                      "The signature of an ingredient is not the one that was signed.");
}

void IngredientCheck::addDeltas(const CheckedManifest& checked, const Recorded& recorded) {
    for (const examination::C2paStatus& status : checked.findings.lists().failure) {
        if (status.code == "signingCredential.untrusted")
            continue;
        const bool isKnown = recorded.contains({status.code, status.uri}) ||
                             recorded.contains({status.code, std::string()});
        if (!isKnown)
            m_deltas.fail(status.code, status.uri, status.detail);
    }
}

} // namespace core::provenance::c2pa
