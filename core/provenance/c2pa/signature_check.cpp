// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/signature_check.h"

#include "core/provenance/c2pa/cose.h"
#include "core/provenance/c2pa/ocsp.h"
#include "core/provenance/c2pa/time_stamp.h"

namespace core::provenance::c2pa {

namespace {

examination::C2paSigner signerOf(X509* leaf, const std::string& algorithm) {
    examination::C2paSigner signer;
    const X509_NAME* subject = X509_get_subject_name(leaf);
    const X509_NAME* issuer = X509_get_issuer_name(leaf);
    signer.name = commonName(subject);
    signer.organization = organizationName(subject);
    signer.issuer = commonName(issuer).empty() ? organizationName(issuer) : commonName(issuer);
    if (const auto from = secondsOf(X509_get0_notBefore(leaf)))
        signer.validFrom = isoTime(*from);
    if (const auto until = secondsOf(X509_get0_notAfter(leaf)))
        signer.validUntil = isoTime(*until);
    signer.algorithm = algorithm;
    return signer;
}

class Check {
  public:
    Check(const Manifest& manifest, const SignatureRules& rules, Findings& findings)
        : m_manifest(manifest), m_rules(rules), m_findings(findings),
          m_uri(uriOf(manifest.label, "c2pa.signature")) {}

    SignatureResult run() {
        const auto target = resolve(m_manifest.claim->signatureUrl, m_manifest.label);
        const Superbox* box =
            target && target->manifest == m_manifest.label ? m_manifest.at(target->path) : nullptr;
        if (box == nullptr || target->path.empty()) {
            m_findings.fail("claimSignature.missing", m_uri, "The manifest has no signature.");
            return {};
        }
        const auto signature = readSignature(box->payload("cbor"));
        if (!signature) {
            m_findings.fail("claimSignature.mismatch", m_uri, "The signature cannot be read.");
            return {};
        }
        judge(*signature);
        return std::move(m_result);
    }

  private:
    void judge(const Signature& signature) {
        const Bytes claim = m_manifest.claim->bytes;
        if (signature.algorithm.empty())
            m_findings.fail("algorithm.unsupported", m_uri,
                            "The signature's algorithm is none of the specification's.");
        if (signature.chain.empty()) {
            m_findings.fail("signingCredential.invalid", m_uri, signature.problem);
            return;
        }
        X509* leaf = signature.chain.front().get();
        m_result.signer = signerOf(leaf, signature.algorithm);
        const bool isGood = verifySignature(signature, claim);
        if (isGood)
            m_findings.succeed("claimSignature.validated", m_uri);
        else
            m_findings.fail("claimSignature.mismatch", m_uri,
                            "The signature does not belong to this claim.");
        // A stamp on a signature that does not hold says nothing.
        auto stamp =
            isGood ? stampedTime(signature, claim, m_rules.lists.timeStamps, m_uri, m_findings)
                   : std::nullopt;
        if (isGood && !stamp)
            stamp = laterStamp(signature);
        if (stamp)
            m_result.signedAt = {isoTime(stamp->at), "time_stamp", stamp->authority,
                                 stamp->isListed};
        if (const std::string problem = profileProblem(leaf); !problem.empty())
            m_findings.fail("signingCredential.invalid", m_uri, problem);
        judgeValidity(leaf, stamp);
        judgeTrust(signature, stamp ? stamp->at : m_rules.now);
        checkRevocation(signature,
                        m_rules.later != nullptr ? m_rules.later->revocationAnswers
                                                 : std::vector<Bytes>(),
                        {stamp ? stamp->at : m_rules.now, m_uri}, m_findings);
    }

    /// A stamp that another manifest holds for this one.
    std::optional<StampedTime> laterStamp(const Signature& signature) {
        if (m_rules.later == nullptr)
            return std::nullopt;
        const auto found = m_rules.later->stamps.find(m_manifest.label);
        if (found == m_rules.later->stamps.end())
            return std::nullopt;
        for (const LaterEvidence::Stamp& one : found->second)
            if (auto time = laterStampedTime(signature, one.token, m_rules.lists.timeStamps,
                                             one.uri, m_findings))
                return time;
        return std::nullopt;
    }

    void judgeValidity(X509* leaf, const std::optional<StampedTime>& stamp) {
        const Seconds at = stamp ? stamp->at : m_rules.now;
        const auto from = secondsOf(X509_get0_notBefore(leaf));
        const auto until = secondsOf(X509_get0_notAfter(leaf));
        if (from && until && *from <= at && at <= *until) {
            m_findings.succeed("claimSignature.insideValidity", m_uri);
            return;
        }
        if (stamp)
            m_findings.fail("claimSignature.outsideValidity", m_uri,
                            "The certificate was not valid at the time of the time stamp.");
        const bool isEarly = from && at < *from;
        m_findings.fail(
            "signingCredential.expired", m_uri,
            isEarly ? std::string("The certificate is not valid yet.")
            : stamp ? "The certificate ended on " + (until ? isoTime(*until) : "an unknown day") +
                          ", before the time stamp."
                    : "The certificate ended on " + (until ? isoTime(*until) : "an unknown day") +
                          " and no time stamp shows that the signature is older.");
    }

    void judgeTrust(const Signature& signature, Seconds at) {
        std::vector<X509*> chain;
        for (const Certificate& certificate : signature.chain)
            chain.push_back(certificate.get());
        const TrustList* list = listHolding(m_rules.lists.signers, chain, at, Purpose::Claims);
        if (list == nullptr) {
            m_findings.fail("signingCredential.untrusted", m_uri,
                            m_rules.lists.signers.empty()
                                ? "No list of trusted signers is given."
                                : "The signer is on none of the given lists.");
            return;
        }
        m_result.signer->list = list->name;
        m_result.signer->listDate = list->date;
        m_findings.succeed("signingCredential.trusted", m_uri);
    }

    const Manifest& m_manifest;
    const SignatureRules& m_rules;
    Findings& m_findings;
    std::string m_uri;
    SignatureResult m_result;
};

} // namespace

SignatureResult checkSignature(const Manifest& manifest, const SignatureRules& rules,
                               Findings& findings) {
    return Check(manifest, rules, findings).run();
}

} // namespace core::provenance::c2pa
