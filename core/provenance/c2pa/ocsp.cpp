// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/ocsp.h"

#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

namespace core::provenance::c2pa {

namespace {

using Response = std::unique_ptr<OCSP_RESPONSE, Released<OCSP_RESPONSE_free>>;
using Basic = std::unique_ptr<OCSP_BASICRESP, Released<OCSP_BASICRESP_free>>;
using Id = std::unique_ptr<OCSP_CERTID, Released<OCSP_CERTID_free>>;

constexpr std::size_t kMaxAnswer = 1u << 20;

std::vector<Bytes> answersOf(const Signature& signature) {
    constexpr std::size_t kMost = 10;
    std::vector<Bytes> answers;
    for (const Cbor* header : {&signature.unprotectedHeader, &signature.protectedHeader}) {
        const Cbor* values = header->find("rVals");
        const Cbor* list = values == nullptr ? nullptr : values->find("ocspVals");
        for (const Cbor& entry : list == nullptr ? std::vector<Cbor>() : list->items)
            if (entry.is(Cbor::Kind::Bytes) && answers.size() < kMost)
                answers.push_back(entry.bytes);
    }
    return answers;
}

/// The issuer of the leaf among the certificates of the signature.
X509* issuerOf(const Signature& signature) {
    X509* leaf = signature.chain.front().get();
    for (const Certificate& other : signature.chain)
        if (other.get() != leaf && X509_check_issued(other.get(), leaf) == X509_V_OK &&
            X509_verify(leaf, X509_get0_pubkey(other.get())) == 1)
            return other.get();
    return nullptr;
}

/// Whether the answer's own signature is the issuer's, or of a certificate that the issuer made for
/// this purpose.
bool isSignedFor(OCSP_BASICRESP* answer, X509* issuer, Seconds at) {
    STACK_OF(X509)* known = sk_X509_new_null();
    sk_X509_push(known, issuer);
    X509* signer = nullptr;
    bool isGood = OCSP_resp_get0_signer(answer, &signer, known) == 1 && signer != nullptr;
    if (isGood && X509_cmp(signer, issuer) != 0) {
        const auto from = secondsOf(X509_get0_notBefore(signer));
        const auto until = secondsOf(X509_get0_notAfter(signer));
        isGood = X509_check_issued(issuer, signer) == X509_V_OK &&
                 X509_verify(signer, X509_get0_pubkey(issuer)) == 1 &&
                 (X509_get_extended_key_usage(signer) & XKU_OCSP_SIGN) != 0 && from && until &&
                 *from <= at && at <= *until;
    }
    // The responder was judged above: only the signature itself is left.
    isGood = isGood && OCSP_basic_verify(answer, known, nullptr, OCSP_NOVERIFY) == 1;
    sk_X509_free(known);
    return isGood;
}

/// The certificate's entry in an answer; null when the answer is about others.
OCSP_SINGLERESP* entryFor(OCSP_BASICRESP* answer, X509* leaf, X509* issuer) {
    for (int i = 0; i < OCSP_resp_count(answer); ++i) {
        OCSP_SINGLERESP* entry = OCSP_resp_get0(answer, i);
        const OCSP_CERTID* id = OCSP_SINGLERESP_get0_id(entry);
        ASN1_OBJECT* digest = nullptr;
        OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, const_cast<OCSP_CERTID*>(id));
        const EVP_MD* kind = EVP_get_digestbyobj(digest);
        const Id wanted(kind == nullptr ? nullptr : OCSP_cert_to_id(kind, leaf, issuer));
        if (wanted && OCSP_id_cmp(wanted.get(), id) == 0)
            return entry;
    }
    return nullptr;
}

class AnswerCheck {
  public:
    AnswerCheck(Seconds signedAt, std::string_view uri, Findings& findings)
        : m_signedAt(signedAt), m_uri(uri), m_findings(findings) {}

    /// Answers about the other certificates of the chain may lie beside the one that counts.
    void finish() {
        if (!m_isAbout)
            skip("No revocation answer in the file is about this certificate.");
    }

    void check(Bytes der, X509* leaf, X509* issuer) {
        const unsigned char* at = der.data();
        const Response response(
            der.size() > kMaxAnswer
                ? nullptr
                : d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())));
        const Basic basic(response && OCSP_response_status(response.get()) ==
                                          OCSP_RESPONSE_STATUS_SUCCESSFUL
                              ? OCSP_response_get1_basic(response.get())
                              : nullptr);
        OCSP_SINGLERESP* entry =
            basic && issuer != nullptr ? entryFor(basic.get(), leaf, issuer) : nullptr;
        if (entry == nullptr)
            return;
        m_isAbout = true;
        if (!isSignedFor(basic.get(), issuer, m_signedAt))
            return skip(
                "A revocation answer in the file is not signed by the certificate's issuer.");
        judge(entry);
    }

  private:
    void skip(std::string_view why) {
        m_findings.inform("signingCredential.ocsp.skipped", m_uri, why);
    }

    void judge(OCSP_SINGLERESP* entry) {
        int reason = 0;
        ASN1_GENERALIZEDTIME* revoked = nullptr;
        ASN1_GENERALIZEDTIME* from = nullptr;
        ASN1_GENERALIZEDTIME* until = nullptr;
        const int status = OCSP_single_get0_status(entry, &reason, &revoked, &from, &until);
        const auto start = secondsOf(from);
        const auto end = secondsOf(until);
        constexpr Seconds kSlack = 24 * 3600; // answers are fetched shortly before or after
        if (status == V_OCSP_CERTSTATUS_REVOKED) {
            const auto at = secondsOf(revoked);
            if (!at || *at <= m_signedAt)
                m_findings.fail("signingCredential.ocsp.revoked", m_uri,
                                "The certificate had been revoked when the claim was signed.");
            else
                skip("The certificate was revoked after the claim was signed.");
        } else if (status != V_OCSP_CERTSTATUS_GOOD) {
            m_findings.inform("signingCredential.ocsp.unknown", m_uri,
                              "The issuer did not know the certificate's state.");
        } else if (!start || m_signedAt + kSlack < *start || (end && m_signedAt > *end + kSlack)) {
            skip("The revocation answer in the file is of another time than the signature.");
        } else {
            m_findings.succeed("signingCredential.ocsp.notRevoked", m_uri);
        }
    }

    Seconds m_signedAt;
    std::string_view m_uri;
    Findings& m_findings;
    bool m_isAbout = false;
};

} // namespace

void checkRevocation(const Signature& signature, const std::vector<Bytes>& others,
                     const Signing& signing, Findings& findings) {
    const std::vector<Bytes> own = answersOf(signature);
    if ((own.empty() && others.empty()) || signature.chain.empty())
        return;
    X509* issuer = issuerOf(signature);
    AnswerCheck check(signing.at, signing.uri, findings);
    for (const auto* answers : {&own, &others})
        for (const Bytes& answer : *answers)
            check.check(answer, signature.chain.front().get(), issuer);
    if (!own.empty()) // answers for others may be about others
        check.finish();
}

} // namespace core::provenance::c2pa
