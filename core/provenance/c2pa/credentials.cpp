// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/credentials.h"

#include "core/provenance/c2pa/carrier.h"
#include "core/provenance/c2pa/describe.h"
#include "core/provenance/c2pa/hard_binding.h"
#include "core/provenance/c2pa/ingredient_check.h"
#include "core/provenance/c2pa/later_evidence.h"
#include "core/provenance/c2pa/multi_asset.h"
#include "core/provenance/c2pa/remote_manifest.h"

#include <algorithm>
#include <ctime>
#include <new>

namespace core::provenance::c2pa {

namespace {

using examination::C2paRecord;
using examination::C2paState;

constexpr std::string_view kDoubled = "The file carries more than one manifest store.";

C2paRecord unreadable(std::string problem) {
    C2paRecord record;
    record.present = true;
    record.state = C2paState::Invalid;
    record.status.failure.push_back({"general.error", {}, problem});
    record.problem = std::move(problem);
    return record;
}

/// Compares the asset with the hash of the manifest that binds it.
void checkAsset(const Asset& asset, const Manifest& active, const Manifest* bound,
                C2paRecord& record, Findings& findings) {
    if (asset.isAbsent) {
        findings.fail("org.clueglass.assetMissing", uriOf(active.label, ""),
                      "The file these credentials speak of is not at hand; its bytes could not be "
                      "compared with the signed ones.");
        return;
    }
    if (bound == nullptr || !bound->claim)
        return;
    const bool isInherited = bound != &active;
    for (const Assertion* assertion : hardBindings(*bound)) {
        if (!assertion->content) {
            findings.fail("assertion.cbor.invalid", assertion->uri);
            continue;
        }
        checkBinding(asset,
                     {assertion->label, *assertion->content, assertion->uri,
                      bound->claim->algorithm, isInherited},
                     findings, record.notCovered);
    }
    checkMultiAsset(asset, *bound, findings, record.notCovered);
}

C2paState stateOf(const Findings& findings) {
    const auto& lists = findings.lists();
    const bool isBroken = std::ranges::any_of(lists.failure, [](const auto& status) {
        return status.code != "signingCredential.untrusted";
    });
    if (isBroken)
        return C2paState::Invalid;
    const bool isTrusted = std::ranges::any_of(lists.success, [](const auto& status) {
        return status.code == "signingCredential.trusted";
    });
    return isTrusted ? C2paState::Trusted : C2paState::Valid;
}

C2paRecord validate(const Store& store, const Asset& asset, const CredentialRules& rules) {
    C2paRecord record;
    record.present = true;
    const Manifest& active = store.manifests.back();
    const Seconds now = rules.now != 0 ? rules.now : static_cast<Seconds>(std::time(nullptr));
    const LaterEvidence later = laterEvidenceOf(store);
    IngredientCheck check(store, {rules.lists, now, &later});
    check.run(active);
    Findings findings;
    if (const CheckedManifest* own = check.resultOf(active)) {
        findings.add(own->findings.lists());
        record.signer = own->signature.signer;
        record.signedAt = own->signature.signedAt;
    }
    checkAsset(asset, active, check.bound(active), record, findings);
    findings.add(check.deltas().lists());
    const bool keeps = rules.thumbnails == ThumbnailData::Keep;
    PictureShelf shelf;
    for (const Manifest& manifest : store.manifests) {
        auto described = describe(manifest, store, keeps ? &shelf : nullptr);
        if (const CheckedManifest* result = check.resultOf(manifest)) {
            described.signer = result->signature.signer;
            described.signedAt = result->signature.signedAt;
            described.status = result->findings.lists();
        } else {
            described.status.informational.push_back(
                {"manifest.unreferenced", clipped(uriOf(manifest.label, "")),
                 "Nothing in the credentials leads to this manifest; it was not checked."});
            findings.inform("manifest.unreferenced", uriOf(manifest.label, ""));
        }
        record.manifests.push_back(std::move(described));
    }
    if (store.isLabelTwice(active.label))
        findings.fail("general.error", uriOf(active.label, ""),
                      "Two manifests have the same label.");
    record.activeManifest = clipped(active.label);
    record.status = findings.lists();
    record.state = stateOf(findings);
    return record;
}

C2paRecord validateCarrier(Carrier carrier, Asset asset, const CredentialRules& rules) {
    asset.place = carrier.place;
    asset.padding = carrier.padding;
    asset.frame = carrier.frame;
    asset.problem = carrier.problem;
    const std::size_t stored = carrier.store.size();
    const auto store = openStore(std::move(carrier.store));
    if (store->root.whole.size() < stored && asset.problem.empty())
        asset.problem = "Foreign bytes follow the credentials in their place.";
    if (!store->problem.empty() || store->manifests.empty())
        return unreadable(store->problem);
    return validate(*store, asset, rules);
}

C2paRecord readAny(image::Bytes file, const CredentialRules& rules) {
    Carriers carriers = findCarriers(file);
    Asset asset;
    asset.file = file;
    asset.container = carriers.container;
    asset.isAbsent = carriers.container == Container::Sidecar;
    if (carriers.stores.size() > 1) {
        // The first one is shown; that there are two is what counts.
        C2paRecord record = validateCarrier(std::move(carriers.stores.front()), asset, rules);
        record.state = C2paState::Invalid;
        record.status.failure.push_back({"general.error", {}, std::string(kDoubled)});
        record.problem = kDoubled;
        return record;
    }
    if (carriers.stores.size() == 1)
        return validateCarrier(std::move(carriers.stores.front()), asset, rules);
    if (!carriers.damage.empty())
        return unreadable(std::move(carriers.damage));
    if (rules.sidecar && !rules.sidecar->empty()) {
        asset.isDetached = true;
        Carrier carrier;
        carrier.store = *rules.sidecar;
        return validateCarrier(std::move(carrier), asset, rules);
    }
    return {};
}

} // namespace

C2paRecord readCredentials(image::Bytes file, const CredentialRules& rules) {
    C2paRecord record;
    try {
        record = readAny(file, rules);
    } catch (const std::bad_alloc&) {
        record = unreadable("The credentials need more memory than there is.");
    } catch (const std::exception&) {
        record = unreadable("The credentials cannot be read.");
    }
    record.remoteUrl = remoteManifest(file);
    if (!record.present && record.remoteUrl) {
        record.state = C2paState::Remote;
        record.status.informational.push_back(
            {"manifest.inaccessible", *record.remoteUrl,
             "The credentials are kept elsewhere and were not fetched."});
    }
    return record;
}

} // namespace core::provenance::c2pa
