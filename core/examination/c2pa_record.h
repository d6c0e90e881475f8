// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::examination {

/// How far a file's Content Credentials hold.
enum class C2paState {
    None,         ///< the file carries none and names none
    Remote,       ///< the file names a manifest elsewhere, which was not fetched
    NotValidated, ///< only in records of versions that did not validate
    Invalid,      ///< unreadable, or at least one check failed
    Valid,        ///< every hash and signature is good; the signer is on none of the given lists
    Trusted,      ///< valid, and the signer is on a given list
};

/// One result of validation.
struct C2paStatus {
    std::string code;   ///< as in the specification, e.g. "claimSignature.validated"
    std::string uri;    ///< the box it is about, "self#jumbf=/c2pa/..."; unsigned text of the file
    std::string detail; ///< English sentence for people; may be empty

    bool operator==(const C2paStatus&) const = default;
};

struct C2paStatusLists {
    std::vector<C2paStatus> success;
    std::vector<C2paStatus> informational;
    std::vector<C2paStatus> failure;

    bool operator==(const C2paStatusLists&) const = default;
};

/// Who signed, as the certificate states it. A name proves something only with a list.
struct C2paSigner {
    std::string name;         ///< common name
    std::string organization; ///< may be empty
    std::string issuer;       ///< common name, or organization, of the issuer
    std::string validFrom;    ///< of the certificate, ISO 8601, UTC
    std::string validUntil;
    std::string algorithm; ///< of the signature, "ES256", "PS384", "Ed25519", ...
    std::string list;      ///< the trust list that holds its chain; empty when none does
    std::string listDate;  ///< of that list, as the user gave it

    bool operator==(const C2paSigner&) const = default;
};

/// When the claim was signed.
struct C2paTime {
    std::string at;        ///< ISO 8601, UTC
    std::string source;    ///< "time_stamp": of an authority (RFC 3161); "stated": by the signer
    std::string authority; ///< name in the authority's certificate; empty when stated
    bool isAuthorityListed = false;

    bool operator==(const C2paTime&) const = default;
};

struct C2paThumbnail {
    std::string mediaType;
    std::uint64_t bytes = 0;
    /// The picture as stored; not in JSON. @invariant size() == bytes, or null
    std::shared_ptr<const std::vector<std::uint8_t>> data = nullptr;

    /// The stored picture is no part of the record.
    bool operator==(const C2paThumbnail& other) const {
        return mediaType == other.mediaType && bytes == other.bytes;
    }
};

/// One step in the history that the signer states.
struct C2paAction {
    std::string action; ///< "c2pa.created", ...
    std::string when;
    std::string softwareAgent;
    std::string digitalSourceType; ///< as written, mostly a URI
    std::string description;
    std::map<std::string, std::string> parameters; ///< simple values only
    std::vector<std::string> ingredients;          ///< labels of this manifest's ingredients

    bool operator==(const C2paAction&) const = default;
};

/// Something that went into the asset.
struct C2paIngredient {
    std::string label; ///< of the assertion, "c2pa.ingredient.v3__1"
    std::string title;
    std::string format;
    std::string relationship; ///< "parentOf" | "componentOf" | "inputTo"
    std::string instanceId;
    std::string manifest; ///< label of its manifest in `C2paRecord::manifests`; empty without one
    std::optional<C2paThumbnail> thumbnail;

    bool operator==(const C2paIngredient&) const = default;
};

struct C2paAssertion {
    std::string label;
    std::uint64_t bytes = 0;
    std::string note; ///< what is to be said about it, e.g. that an identity was not verified

    bool operator==(const C2paAssertion&) const = default;
};

/// One manifest of the store. Its label is neither hashed nor signed.
struct C2paManifest {
    std::string label;
    std::string kind;     ///< "standard" | "update" | "compressed"
    int claimVersion = 0; ///< 1 or 2; 0 when the claim could not be read
    std::string claimGenerator;
    std::string title;
    std::string format;
    std::string instanceId;
    std::optional<C2paSigner> signer;
    std::optional<C2paTime> signedAt;
    std::vector<C2paAction> actions;
    std::vector<C2paIngredient> ingredients;
    std::vector<C2paAssertion> assertions;
    std::vector<std::string> redacted; ///< URIs that this manifest says were redacted
    std::optional<C2paThumbnail> thumbnail;
    C2paStatusLists status; ///< of this manifest alone

    bool operator==(const C2paManifest&) const = default;
};

/// Bytes of the file that a data hash leaves out although they are no part of the credentials.
struct C2paByteRange {
    std::uint64_t start = 0;
    std::uint64_t length = 0;
    std::string what; ///< e.g. "JPEG APP1 segment"; may be empty

    bool operator==(const C2paByteRange&) const = default;
};

/// Content Credentials (C2PA) and what their validation gave. Absence is never a sign of forgery.
struct C2paRecord {
    bool present = false; ///< a manifest store lies in the file or in the sidecar beside it
    C2paState state = C2paState::None;
    std::optional<std::string> remoteUrl = {};
    std::string activeManifest = {};          ///< label; empty when the store could not be read
    std::optional<C2paSigner> signer = {};    ///< of the active manifest
    std::optional<C2paTime> signedAt = {};    ///< of the active manifest
    C2paStatusLists status = {};              ///< what decides about the state
    std::vector<C2paManifest> manifests = {}; ///< in the store's order; a tree by their ingredients
    std::vector<C2paByteRange> notCovered = {};
    std::string problem = {}; ///< English sentence when the store could not be read

    bool operator==(const C2paRecord&) const = default;
};

/// The manifest of that label, null when there is none. When several have it, the last.
[[nodiscard]] const C2paManifest* manifestOf(const C2paRecord& record, const std::string& label);

} // namespace core::examination
