// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/cbor.h"
#include "core/provenance/c2pa/jumbf.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::provenance::c2pa {

/// A reference with a hash of what it points to.
struct HashedUri {
    std::string url;
    Bytes hash;
    std::string algorithm; ///< empty: the claim's
};
[[nodiscard]] std::optional<HashedUri> hashedUri(const Cbor* value);

/// Where a reference points: a box inside a manifest.
struct BoxPath {
    std::string manifest;
    std::string path; ///< "c2pa.assertions/c2pa.actions"; empty for the manifest itself
};
/// Nothing for whatever is no reference into the store, such as a web address.
/// @param current  the manifest that relative references start from
[[nodiscard]] std::optional<BoxPath> resolve(std::string_view url, std::string_view current);
[[nodiscard]] std::string uriOf(std::string_view manifest, std::string_view path);

struct Claim {
    int version = 0;
    Bytes bytes; ///< what is signed
    Cbor content;
    std::string algorithm;
    std::string signatureUrl;
    std::vector<HashedUri> assertions; ///< created ones first
    std::size_t created = 0;           ///< how many of them; all in version 1
    std::vector<std::string> redacted;
};

struct Assertion {
    std::string label;
    const Superbox* box = nullptr;
    std::optional<Cbor> content; ///< when it is CBOR and well-formed
    bool isBroken = false;       ///< its content is no well-formed CBOR or JSON
    std::string uri;
};

enum class IngredientVersion { V1 = 1, V2 = 2, V3 = 3 };

struct Ingredient {
    const Assertion* assertion = nullptr;
    IngredientVersion version = IngredientVersion::V1;
    std::string relationship;
    std::optional<HashedUri> manifest;
    std::optional<HashedUri> claimSignature; ///< version 3
};

struct Manifest {
    const Superbox* box = nullptr;
    Bytes hashed; ///< what a reference to it hashes: its box as stored, compressed or not
    std::string label;
    std::string kind; ///< "standard" | "update" | "compressed"
    bool isUpdate = false;
    int claims = 0; ///< boxes that are claims
    std::optional<Claim> claim;
    std::string claimProblem; ///< status code when there is no claim
    std::vector<Assertion> assertions;
    std::vector<Ingredient> ingredients;

    [[nodiscard]] const Assertion* assertion(std::string_view label) const;
    /// The box at a path below the manifest, null when there is none.
    [[nodiscard]] const Superbox* at(std::string_view path) const;
};

/// A manifest store taken apart. Not copied: its parts point into each other.
struct Store {
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    std::vector<std::uint8_t> bytes;
    Superbox root;
    std::deque<std::vector<std::uint8_t>> inflated; ///< of compressed manifests
    std::deque<Superbox> inflatedBoxes;
    std::deque<Manifest> manifests;
    std::string problem;              ///< English sentence; empty when all boxes could be read
    std::size_t valuesLeft = 500'000; ///< of CBOR, all manifests together

    /// The last manifest of that label, null when there is none.
    [[nodiscard]] const Manifest* find(std::string_view label) const;
    [[nodiscard]] bool isLabelTwice(std::string_view label) const;
};

/// @source C2PA 2.2, 11 (JUMBF), 13 (claims)
[[nodiscard]] std::unique_ptr<Store> openStore(std::vector<std::uint8_t> bytes);

/// "c2pa.actions" of "c2pa.actions__2".
[[nodiscard]] std::string_view baseLabel(std::string_view label);

} // namespace core::provenance::c2pa
