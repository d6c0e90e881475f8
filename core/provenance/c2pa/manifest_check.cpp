// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/manifest_check.h"

#include "core/provenance/c2pa/actions_check.h"
#include "core/provenance/c2pa/hard_binding.h"
#include "core/provenance/c2pa/hashing.h"
#include "core/provenance/c2pa/later_evidence.h"

#include <algorithm>
#include <set>

namespace core::provenance::c2pa {

namespace {

bool isZeroed(const Superbox& box) {
    return std::ranges::all_of(box.boxes, [](const ContentBox& content) {
        return std::ranges::all_of(content.payload, [](std::uint8_t byte) { return byte == 0; });
    });
}

class Check {
  public:
    Check(const Manifest& manifest, const Redactions& redactions, Findings& findings)
        : m_manifest(manifest), m_redactions(redactions), m_findings(findings) {}

    void checkAssertions() {
        std::set<std::string> declared;
        for (const HashedUri& reference : m_manifest.claim->assertions)
            if (const auto path = checkReference(reference))
                declared.insert(*path);
        for (const Assertion& assertion : m_manifest.assertions) {
            if (!declared.contains("c2pa.assertions/" + assertion.label))
                m_findings.fail("assertion.undeclared", assertion.uri,
                                "The claim does not mention this assertion.");
            if (assertion.isBroken && !isRedacted("c2pa.assertions/" + assertion.label))
                m_findings.fail(assertion.box->type == "json" ? "assertion.json.invalid"
                                                              : "assertion.cbor.invalid",
                                assertion.uri, "The content of this assertion cannot be read.");
        }
    }

    void checkRedacted() {
        for (const std::string& uri : m_manifest.claim->redacted) {
            const auto target = resolve(uri, m_manifest.label);
            if (!target) {
                m_findings.fail("assertion.notRedacted", uri, "This is no assertion of the store.");
                continue;
            }
            const std::string_view path = target->path;
            const std::string_view label =
                baseLabel(path.substr(std::min(path.rfind('/') + 1, path.size())));
            if (target->manifest == m_manifest.label)
                m_findings.fail("assertion.selfRedacted", uri,
                                "A manifest cannot redact its own assertions.");
            else if (label.starts_with("c2pa.actions"))
                m_findings.fail("assertion.action.redacted", uri, "Actions may not be redacted.");
            else if (isHardBinding(label))
                m_findings.fail("assertion.dataHash.redacted", uri, "Hashes may not be redacted.");
        }
    }

    void checkBindingCount() {
        const auto count = hardBindings(m_manifest).size();
        const std::string uri = uriOf(m_manifest.label, "");
        if (m_manifest.isUpdate) {
            if (count > 0)
                m_findings.fail("manifest.update.invalid", uri,
                                "An update manifest holds a hash of the file.");
        } else if (count == 0) {
            m_findings.fail("claim.hardBindings.missing", uri,
                            "The claim holds no hash of the file.");
        } else if (count > 1) {
            m_findings.fail("assertion.multipleHardBindings", uri,
                            "The claim holds more than one hash of the file.");
        }
    }

  private:
    bool isRedacted(const std::string& path) const {
        return m_redactions.has(m_manifest.label, path);
    }

    /// The path of a referenced assertion that is present in this manifest.
    std::optional<std::string> checkReference(const HashedUri& reference) {
        const auto target = resolve(reference.url, m_manifest.label);
        if (!target || target->manifest != m_manifest.label) {
            m_findings.fail("assertion.outsideManifest", reference.url,
                            "The claim refers to an assertion outside its manifest.");
            return std::nullopt;
        }
        const std::string uri = uriOf(m_manifest.label, target->path);
        const Superbox* box = m_manifest.at(target->path);
        if (box == nullptr || box == m_manifest.box) {
            if (isRedacted(target->path))
                m_findings.inform("assertion.redacted", uri, "A later manifest took it out.");
            else
                m_findings.fail("assertion.missing", uri,
                                "An assertion that the claim mentions is not there.");
            return std::nullopt;
        }
        if (isRedacted(target->path)) {
            if (isZeroed(*box))
                m_findings.inform("assertion.redacted", uri, "A later manifest emptied it.");
            else
                m_findings.fail("assertion.notRedacted", uri,
                                "An assertion that was redacted still has content.");
            return target->path;
        }
        compare(reference, *box, uri);
        return target->path;
    }

    void compare(const HashedUri& reference, const Superbox& box, const std::string& uri) {
        const std::string& algorithm =
            reference.algorithm.empty() ? m_manifest.claim->algorithm : reference.algorithm;
        if (!isHashAlgorithm(algorithm))
            m_findings.fail("algorithm.unsupported", uri, "No known hash algorithm is named.");
        else if (isSame(m_digests.of(algorithm, box.content), reference.hash))
            m_findings.succeed("assertion.hashedURI.match", uri);
        else
            m_findings.fail("assertion.hashedURI.mismatch", uri,
                            "This assertion is not the one that was signed.");
    }

    const Manifest& m_manifest;
    const Redactions& m_redactions;
    Findings& m_findings;
    DigestCache m_digests;
};

} // namespace

CheckedManifest checkManifest(const Manifest& manifest, const Redactions& redactions,
                              const SignatureRules& rules) {
    CheckedManifest checked;
    if (!manifest.claim) {
        checked.findings.fail(manifest.claimProblem, uriOf(manifest.label, "c2pa.claim"),
                              "The claim is missing, doubled or cannot be read.");
        return checked;
    }
    checked.signature = checkSignature(manifest, rules, checked.findings);
    Check check(manifest, redactions, checked.findings);
    check.checkAssertions();
    check.checkRedacted();
    check.checkBindingCount();
    checkActions(manifest, checked.findings);
    checkStampAssertions(manifest, checked.findings);
    return checked;
}

std::vector<const Assertion*> hardBindings(const Manifest& manifest) {
    std::vector<const Assertion*> bindings;
    for (const Assertion& assertion : manifest.assertions)
        if (isHardBinding(assertion.label))
            bindings.push_back(&assertion);
    return bindings;
}

} // namespace core::provenance::c2pa
