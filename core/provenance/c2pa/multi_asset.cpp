// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/multi_asset.h"

namespace core::provenance::c2pa {

namespace {

enum class PartResult { Good, Mismatch, Malformed, Missing };

/// The asset of one part: the store's place counts only where it lies inside.
Asset partOf(const Asset& asset, Bytes bytes, std::uint64_t start) {
    Asset part = asset;
    part.file = bytes;
    part.place = {};
    part.frame = {};
    const bool holdsStore = !asset.isDetached && asset.place.start >= start &&
                            asset.place.end() <= start + bytes.size();
    if (holdsStore)
        part.place = {asset.place.start - start, asset.place.length};
    else
        part.isDetached = true;
    return part;
}

PartResult checkPart(const Asset& asset, const Manifest& manifest, const Cbor& part,
                     Uncovered& uncovered) {
    const Cbor* location = part.find("location");
    const Cbor* offset =
        location == nullptr ? nullptr : location->find("byteOffset", Cbor::Kind::Unsigned);
    const Cbor* length =
        location == nullptr ? nullptr : location->find("length", Cbor::Kind::Unsigned);
    const auto reference = hashedUri(part.find("hashAssertion"));
    const auto target = reference ? resolve(reference->url, manifest.label) : std::nullopt;
    constexpr std::string_view kFolder = "c2pa.assertions/";
    const bool isInside = target && target->manifest == manifest.label &&
                          std::string_view(target->path).starts_with(kFolder);
    const Assertion* hash =
        isInside ? manifest.assertion(std::string_view(target->path).substr(kFolder.size()))
                 : nullptr;
    if (offset == nullptr || length == nullptr || hash == nullptr || !hash->content ||
        !hash->label.starts_with("c2pa.hash.data"))
        return PartResult::Malformed;
    const auto bytes = image::slice(asset.file, offset->number, length->number);
    if (!bytes) {
        const Cbor* optional = part.find("optional", Cbor::Kind::Bool);
        return optional != nullptr && optional->isTrue ? PartResult::Good : PartResult::Missing;
    }
    Findings own;
    checkDataHash(partOf(asset, *bytes, offset->number),
                  {hash->label, *hash->content, hash->uri, manifest.claim->algorithm, false}, own,
                  uncovered);
    return own.lists().failure.empty() ? PartResult::Good : PartResult::Mismatch;
}

} // namespace

void checkMultiAsset(const Asset& asset, const Manifest& manifest, Findings& findings,
                     Uncovered& uncovered) {
    constexpr std::size_t kMostParts = 1'000;
    for (const Assertion& assertion : manifest.assertions) {
        if (baseLabel(assertion.label) != "c2pa.hash.multi-asset" || !assertion.content)
            continue;
        const Cbor* parts = assertion.content->find("parts", Cbor::Kind::Array);
        if (parts == nullptr || parts->items.empty() || parts->items.size() > kMostParts) {
            findings.fail("assertion.multiAssetHash.malformed", assertion.uri);
            continue;
        }
        PartResult worst = PartResult::Good;
        for (const Cbor& part : parts->items)
            if (const PartResult result = checkPart(asset, manifest, part, uncovered);
                result != PartResult::Good)
                worst = result;
        switch (worst) {
        case PartResult::Good:
            findings.succeed("assertion.multiAssetHash.match", assertion.uri);
            break;
        case PartResult::Mismatch:
            findings.fail("assertion.multiAssetHash.mismatch", assertion.uri,
                          "A part of the file is not the one that was signed.");
            break;
        case PartResult::Malformed:
            findings.fail("assertion.multiAssetHash.malformed", assertion.uri);
            break;
        case PartResult::Missing:
            findings.fail("assertion.multiAssetHash.missingPart", assertion.uri,
                          "A part of the file that was signed is not there.");
            break;
        }
    }
}

} // namespace core::provenance::c2pa
