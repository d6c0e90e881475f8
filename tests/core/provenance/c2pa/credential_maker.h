// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/provenance/c2pa/test_signer.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tests {

/// @param type  four characters
[[nodiscard]] Bytes box(std::string_view type, const Bytes& payload);
/// A JUMBF superbox. @param type  four characters of its UUID
[[nodiscard]] Bytes superbox(std::string_view type, std::string_view label,
                             const std::vector<Bytes>& children);
[[nodiscard]] Bytes sha256Of(const Bytes& bytes);
/// {url, hash} of a box, as references are written. @param box  with its header
[[nodiscard]] Bytes reference(const std::string& url, const Bytes& box);

/// An assertion: a label and its box.
struct MadeAssertion {
    std::string label;
    Bytes box;
    bool isDeclared = true;
};
[[nodiscard]] MadeAssertion cborAssertion(const std::string& label, const Bytes& content);
/// c2pa.created with a digital source type.
[[nodiscard]] MadeAssertion createdAction();
/// @param exclusions  start and length
[[nodiscard]] MadeAssertion
dataHash(const Bytes& hash, const std::vector<std::pair<std::uint64_t, std::uint64_t>>& exclusions);
/// An ingredient of version 3 with the manifest of that box.
[[nodiscard]] MadeAssertion ingredient(const std::string& label, const std::string& manifest,
                                       const Bytes& manifestBox,
                                       const std::string& relationship = "parentOf");

/// A manifest to be made and signed.
struct MadeManifest {
    std::string label = "urn:c2pa:test";
    std::string type = "c2ma";
    std::string title = "picture";
    std::string generator = "Test Program";
    std::vector<MadeAssertion> assertions;
    std::vector<std::string> redacted;
    std::vector<Bytes> furtherReferences; ///< put among the created assertions as they are
    std::vector<Bytes> furtherBoxes;      ///< put behind the signature
    std::optional<Bytes> payload;         ///< attached to the signature
    std::vector<Bytes> revocationAnswers;
    const TestSigner* stampedBy = nullptr; ///< a time stamp over the signature
    bool isStampWrong = false;             ///< made for something else
    /// Keeps the bare signature, which a later manifest may have stamped.
    Bytes* signature = nullptr;
    bool hasCertificates = true;
    Bytes padding; ///< the unsigned `pad` of the signature
    bool isSignatureBroken = false;
};
/// With its header.
[[nodiscard]] Bytes made(const MadeManifest& manifest, const TestSigner& signer);
[[nodiscard]] Bytes store(const std::vector<Bytes>& manifests);

/// Small pictures, valid but for the store. The store's place is what a data hash leaves out.
struct MadeFile {
    Bytes bytes;
    std::uint64_t start = 0;
    std::uint64_t length = 0;
};
using Placing = std::function<MadeFile(const Bytes& store)>;
[[nodiscard]] MadeFile pngWith(const Bytes& store);
[[nodiscard]] MadeFile jpegWith(const Bytes& store);
[[nodiscard]] MadeFile webpWith(const Bytes& store);
[[nodiscard]] MadeFile tiffWith(const Bytes& store);
[[nodiscard]] MadeFile gifWith(const Bytes& store);
/// Sound behind an ID3 tag whose object frame holds the store.
[[nodiscard]] MadeFile mp3With(const Bytes& store);
/// A TrueType file of one table besides the one that holds the store.
[[nodiscard]] MadeFile fontWith(const Bytes& store);
/// @param purpose  of the uuid box
[[nodiscard]] Bytes mediaWith(const Bytes& store, const std::string& purpose = "manifest",
                              const Bytes& further = {});

/// A file whose only manifest binds its bytes. The wish may change anything before signing.
/// @param ranges  what the hash leaves out, from the store's place
using Ranges = std::vector<std::pair<std::uint64_t, std::uint64_t>>;
struct SignedWish {
    Placing placing = pngWith;
    std::function<void(MadeManifest&)> change = {};
    std::function<Ranges(const MadeFile&)> ranges = {};
    std::vector<Bytes> otherManifests = {}; ///< before the signed one in the store
};
[[nodiscard]] Bytes signedFile(const TestSigner& signer, const SignedWish& wish = {});

} // namespace tests
