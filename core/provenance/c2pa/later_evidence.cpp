// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/later_evidence.h"

namespace core::provenance::c2pa {

namespace {

constexpr std::size_t kMost = 100;

bool isStampAssertion(const Assertion& assertion) {
    return baseLabel(assertion.label) == "c2pa.time-stamp";
}

/// A map of labels and tokens, at least one.
bool isWellFormed(const Assertion& assertion) {
    if (!assertion.content || !assertion.content->is(Cbor::Kind::Map) ||
        assertion.content->items.empty())
        return false;
    const auto& items = assertion.content->items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (!items[i].is(Cbor::Kind::Text) || !items[i + 1].is(Cbor::Kind::Bytes))
            return false;
    return true;
}

} // namespace

LaterEvidence laterEvidenceOf(const Store& store) {
    LaterEvidence evidence;
    std::size_t stamps = 0;
    for (const Manifest& manifest : store.manifests) {
        for (const Assertion& assertion : manifest.assertions) {
            if (isStampAssertion(assertion) && isWellFormed(assertion)) {
                const auto& items = assertion.content->items;
                for (std::size_t i = 0; i + 1 < items.size() && stamps < kMost; i += 2, ++stamps)
                    evidence.stamps[std::string(items[i].text())].push_back(
                        {items[i + 1].bytes, assertion.uri});
            } else if (baseLabel(assertion.label) == "c2pa.certificate-status" &&
                       assertion.content) {
                const Cbor* list = assertion.content->find("ocspVals", Cbor::Kind::Array);
                for (const Cbor& answer : list == nullptr ? std::vector<Cbor>() : list->items)
                    if (answer.is(Cbor::Kind::Bytes) && evidence.revocationAnswers.size() < kMost)
                        evidence.revocationAnswers.push_back(answer.bytes);
            }
        }
    }
    return evidence;
}

void checkStampAssertions(const Manifest& manifest, Findings& findings) {
    bool hasOne = false;
    for (const Assertion& assertion : manifest.assertions) {
        if (!isStampAssertion(assertion))
            continue;
        if (hasOne || !isWellFormed(assertion))
            findings.fail("assertion.timestamp.malformed", assertion.uri,
                          hasOne ? "A manifest may hold one assertion of time stamps only."
                                 : "The time stamps for other manifests are not written as they "
                                   "must be.");
        hasOne = true;
    }
}

} // namespace core::provenance::c2pa
