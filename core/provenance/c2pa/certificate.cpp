// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/c2pa/certificate.h"

#include "core/provenance/c2pa/findings.h"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace core::provenance::c2pa {

namespace {

using Store = std::unique_ptr<X509_STORE, Released<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Released<X509_STORE_CTX_free>>;

std::string entryOf(const X509_NAME* name, int nid) {
    const int index = X509_NAME_get_index_by_NID(name, nid, -1);
    if (index < 0)
        return {};
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index));
    unsigned char* utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, value);
    if (length < 0)
        return {};
    std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(length));
    OPENSSL_free(utf8);
    return clipped(text);
}

std::string idText(const ASN1_OBJECT* object) {
    std::array<char, 128> text{};
    OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
    return text.data();
}

/// The extended key usages as numbers; empty when the extension is missing.
std::vector<std::string> extendedUsages(X509* certificate) {
    std::vector<std::string> usages;
    auto* found = static_cast<EXTENDED_KEY_USAGE*>(
        X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr));
    for (int i = 0; found != nullptr && i < sk_ASN1_OBJECT_num(found); ++i)
        usages.push_back(idText(sk_ASN1_OBJECT_value(found, i)));
    EXTENDED_KEY_USAGE_free(found);
    return usages;
}

std::string usageProblem(X509* leaf) {
    constexpr std::array<std::string_view, 4> kForClaims = {
        "1.3.6.1.5.5.7.3.4",         // e-mail protection
        "1.3.6.1.5.5.7.3.36",        // document signing
        "1.3.6.1.4.1.311.76.59.1.9", // document signing, Microsoft's
        "1.3.6.1.4.1.62558.2.1",     // C2PA claim signing
    };
    const std::vector<std::string> usages = extendedUsages(leaf);
    const auto has = [&usages](std::string_view id) {
        return std::ranges::find(usages, id) != usages.end();
    };
    if (usages.empty())
        return "The certificate does not say what it may be used for.";
    if (has("2.5.29.37.0"))
        return "The certificate claims to be good for any use.";
    if (std::ranges::none_of(kForClaims, has))
        return "The certificate is not meant for signing documents or claims.";
    if (has("1.3.6.1.5.5.7.3.8") || has("1.3.6.1.5.5.7.3.9"))
        return "The certificate is meant for time stamps or revocation answers as well.";
    return {};
}

std::string keyProblem(X509* leaf) {
    const EVP_PKEY* key = X509_get0_pubkey(leaf);
    if (key == nullptr)
        return "The certificate's key cannot be read.";
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind == EVP_PKEY_RSA || kind == EVP_PKEY_RSA_PSS)
        return EVP_PKEY_get_bits(key) < 2048
                   ? "The certificate's RSA key is shorter than 2048 bits."
                   : std::string();
    if (kind == EVP_PKEY_ED25519)
        return {};
    std::array<char, 80> group{};
    std::size_t length = 0;
    if (kind == EVP_PKEY_EC &&
        EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1) {
        const int curve = OBJ_txt2nid(group.data());
        if (curve == NID_X9_62_prime256v1 || curve == NID_secp384r1 || curve == NID_secp521r1)
            return {};
    }
    return "The certificate's key is of a kind that may not sign claims.";
}

std::string signatureProblem(X509* leaf) {
    int digest = NID_undef;
    int key = NID_undef;
    if (OBJ_find_sigid_algs(X509_get_signature_nid(leaf), &digest, &key) != 1)
        return {};
    const bool isWeak = digest == NID_md5 || digest == NID_sha1 || digest == NID_sha224;
    return isWeak ? "The certificate is signed with a weak hash." : std::string();
}

std::vector<Certificate> readPem(const std::string& pem) {
    constexpr std::size_t kMost = 5'000;
    std::vector<Certificate> certificates;
    const std::unique_ptr<BIO, Released<BIO_free_all>> source(BIO_new_mem_buf(
        pem.data(), static_cast<int>(std::min<std::size_t>(pem.size(), 64u << 20))));
    while (certificates.size() < kMost) {
        Certificate next(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
        if (!next)
            break;
        certificates.push_back(std::move(next));
    }
    return certificates;
}

bool isHeldBy(const TrustList& list, const std::vector<X509*>& chain, Seconds at, Purpose purpose) {
    const Store store(X509_STORE_new());
    for (const Certificate& anchor : readPem(list.pem))
        X509_STORE_add_cert(store.get(), anchor.get());
    STACK_OF(X509)* others = sk_X509_new_null();
    for (X509* certificate : chain)
        sk_X509_push(others, certificate);
    const StoreContext context(X509_STORE_CTX_new());
    bool isGood = X509_STORE_CTX_init(context.get(), store.get(), chain.front(), others) == 1;
    X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(rules, static_cast<std::time_t>(at));
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_X509_STRICT);
    // The rules for claims are the profile's, which OpenSSL has no purpose for.
    X509_VERIFY_PARAM_set_purpose(
        rules, purpose == Purpose::TimeStamps ? X509_PURPOSE_TIMESTAMP_SIGN : X509_PURPOSE_ANY);
    isGood = isGood && X509_verify_cert(context.get()) == 1;
    sk_X509_free(others);
    return isGood;
}

} // namespace

std::optional<std::vector<Certificate>> readCertificates(const std::vector<Bytes>& der) {
    constexpr std::size_t kMost = 20;
    std::vector<Certificate> certificates;
    if (der.empty() || der.size() > kMost)
        return std::nullopt;
    for (const Bytes& bytes : der) {
        const unsigned char* at = bytes.data();
        Certificate next(d2i_X509(nullptr, &at, static_cast<long>(bytes.size())));
        if (!next)
            return std::nullopt;
        certificates.push_back(std::move(next));
    }
    return certificates;
}

std::string profileProblem(X509* leaf) {
    if (X509_get_version(leaf) != X509_VERSION_3)
        return "The certificate is not of version 3.";
    const ASN1_BIT_STRING* issuerId = nullptr;
    const ASN1_BIT_STRING* subjectId = nullptr;
    X509_get0_uids(leaf, &issuerId, &subjectId);
    if (issuerId != nullptr || subjectId != nullptr)
        return "The certificate has unique identifiers, which are not allowed.";
    if ((X509_get_extension_flags(leaf) & EXFLAG_CA) != 0)
        return "The certificate is that of a certificate authority.";
    if ((X509_get_extension_flags(leaf) & EXFLAG_INVALID) != 0)
        return "The certificate's extensions cannot be read.";
    if ((X509_get_extension_flags(leaf) & EXFLAG_KUSAGE) == 0 ||
        (X509_get_key_usage(leaf) & KU_DIGITAL_SIGNATURE) == 0)
        return "The certificate may not be used for digital signatures.";
    if (X509_get0_authority_key_id(leaf) == nullptr)
        return "The certificate does not name its issuer's key.";
    for (const auto& check : {usageProblem, keyProblem, signatureProblem})
        if (std::string problem = check(leaf); !problem.empty())
            return problem;
    return {};
}

std::string commonName(const X509_NAME* name) {
    return entryOf(name, NID_commonName);
}

std::string organizationName(const X509_NAME* name) {
    return entryOf(name, NID_organizationName);
}

std::optional<Seconds> secondsOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    return static_cast<Seconds>(timegm(&parts));
}

std::string isoTime(Seconds time) {
    const auto point = static_cast<std::time_t>(time);
    std::tm parts{};
    std::array<char, 40> text{};
    if (gmtime_r(&point, &parts) == nullptr ||
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        return {};
    return text.data();
}

const TrustList* listHolding(const std::vector<TrustList>& lists, const std::vector<X509*>& chain,
                             Seconds at, Purpose purpose) {
    const auto found = std::ranges::find_if(lists, [&](const TrustList& list) {
        return !chain.empty() && isHeldBy(list, chain, at, purpose);
    });
    return found == lists.end() ? nullptr : &*found;
}

int certificatesIn(const std::string& pem) {
    return static_cast<int>(readPem(pem).size());
}

std::vector<ListedCertificate> listedCertificates(const std::string& pem) {
    std::vector<ListedCertificate> listed;
    for (const Certificate& certificate : readPem(pem)) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int length = 0;
        X509_digest(certificate.get(), EVP_sha256(), digest.data(), &length);
        std::string text;
        for (unsigned int i = 0; i < length; ++i) {
            constexpr std::string_view kDigits = "0123456789abcdef";
            text += kDigits[digest[i] >> 4U];
            text += kDigits[digest[i] & 15U];
        }
        const X509_NAME* subject = X509_get_subject_name(certificate.get());
        std::string name = commonName(subject);
        listed.push_back({name.empty() ? organizationName(subject) : name, text});
    }
    return listed;
}

} // namespace core::provenance::c2pa
