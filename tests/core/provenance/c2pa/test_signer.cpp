// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/provenance/c2pa/test_signer.h"

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <stdexcept>

namespace tests {

namespace {

EVP_PKEY* makeKey(const std::string& algorithm) {
    if (algorithm == "ES384")
        return EVP_EC_gen("P-384");
    if (algorithm == "ES512")
        return EVP_EC_gen("P-521");
    if (algorithm.starts_with("PS"))
        return EVP_RSA_gen(2048);
    if (algorithm == "Ed25519")
        return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    return EVP_EC_gen("P-256");
}

const EVP_MD* digestFor(const std::string& algorithm) {
    if (algorithm == "Ed25519")
        return nullptr;
    return algorithm.ends_with("384")   ? EVP_sha384()
           : algorithm.ends_with("512") ? EVP_sha512()
                                        : EVP_sha256();
}

void addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    if (extension == nullptr)
        throw std::runtime_error("no such extension");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void setName(X509_NAME* name, const std::string& common, const std::string& organization) {
    const auto add = [name](const char* field, const std::string& value) {
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(value.data()),
                                   static_cast<int>(value.size()), -1, 0);
    };
    add("O", organization);
    add("CN", common);
}

std::shared_ptr<X509> bareCertificate(EVP_PKEY* key, const CertificateWish& wish, long serial) {
    std::shared_ptr<X509> certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.startsInDays * 86'400);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.endsInDays * 86'400);
    X509_set_pubkey(certificate.get(), key);
    setName(X509_get_subject_name(certificate.get()), wish.name, wish.organization);
    return certificate;
}

Bytes der(X509* certificate) {
    unsigned char* encoded = nullptr;
    const int length = i2d_X509(certificate, &encoded);
    Bytes bytes(encoded, encoded + length);
    OPENSSL_free(encoded);
    return bytes;
}

/// r and s of a DER signature, each of the curve's length.
Bytes fixedLength(const Bytes& signature, const EVP_PKEY* key) {
    const unsigned char* at = signature.data();
    ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(signature.size()));
    const int half = (EVP_PKEY_get_bits(key) + 7) / 8;
    Bytes bytes(static_cast<std::size_t>(2 * half));
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), bytes.data(), half);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), bytes.data() + half, half);
    ECDSA_SIG_free(pair);
    return bytes;
}

} // namespace

TestSigner::TestSigner(std::string algorithm, const CertificateWish& wish)
    : m_algorithm(std::move(algorithm)), m_issuerKey(makeKey("ES256"), EVP_PKEY_free),
      m_key(makeKey(m_algorithm), EVP_PKEY_free) {
    CertificateWish authority;
    authority.name = "Test Authority";
    authority.startsInDays = -3'000;
    authority.endsInDays = 3'000;
    m_issuer = bareCertificate(m_issuerKey.get(), authority, 1);
    X509_set_issuer_name(m_issuer.get(), X509_get_subject_name(m_issuer.get()));
    addExtension(m_issuer.get(), m_issuer.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(m_issuer.get(), m_issuer.get(), NID_key_usage,
                 "critical,keyCertSign,cRLSign,digitalSignature");
    addExtension(m_issuer.get(), m_issuer.get(), NID_subject_key_identifier, "hash");
    X509_sign(m_issuer.get(), m_issuerKey.get(), EVP_sha256());

    static long serial = 100;
    m_certificate = bareCertificate(m_key.get(), wish, ++serial);
    X509_set_issuer_name(m_certificate.get(), X509_get_subject_name(m_issuer.get()));
    addExtension(m_certificate.get(), m_issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(m_certificate.get(), m_issuer.get(), NID_key_usage, "critical,digitalSignature");
    if (!wish.usage.empty())
        addExtension(m_certificate.get(), m_issuer.get(), NID_ext_key_usage,
                     ((wish.usage == "timeStamping" ? "critical," : "") + wish.usage).c_str());
    addExtension(m_certificate.get(), m_issuer.get(), NID_authority_key_identifier, "keyid");
    addExtension(m_certificate.get(), m_issuer.get(), NID_subject_key_identifier, "hash");
    X509_sign(m_certificate.get(), m_issuerKey.get(), EVP_sha256());
}

int TestSigner::algorithmId() const {
    const std::pair<const char*, int> known[] = {{"ES256", -7},  {"ES384", -35}, {"ES512", -36},
                                                 {"PS256", -37}, {"PS384", -38}, {"PS512", -39}};
    for (const auto& [name, id] : known)
        if (m_algorithm == name)
            return id;
    return -8;
}

Bytes TestSigner::certificate() const {
    return der(m_certificate.get());
}

Bytes TestSigner::issuerCertificate() const {
    return der(m_issuer.get());
}

std::string TestSigner::issuerPem() const {
    BIO* sink = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(sink, m_issuer.get());
    char* data = nullptr;
    const long length = BIO_get_mem_data(sink, &data);
    std::string pem(data, static_cast<std::size_t>(length));
    BIO_free_all(sink);
    return pem;
}

Bytes TestSigner::sign(const Bytes& message) const {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_PKEY_CTX* rules = nullptr;
    const EVP_MD* digest = digestFor(m_algorithm);
    EVP_DigestSignInit(context, &rules, digest, nullptr, m_key.get());
    if (m_algorithm.starts_with("PS")) {
        EVP_PKEY_CTX_set_rsa_padding(rules, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(rules, RSA_PSS_SALTLEN_DIGEST);
    }
    std::size_t length = 0;
    EVP_DigestSign(context, nullptr, &length, message.data(), message.size());
    Bytes signature(length);
    EVP_DigestSign(context, signature.data(), &length, message.data(), message.size());
    signature.resize(length);
    EVP_MD_CTX_free(context);
    return m_algorithm.starts_with("ES") ? fixedLength(signature, m_key.get()) : signature;
}

Bytes TestSigner::goodRevocationAnswer() const {
    return revocationAnswer(V_OCSP_CERTSTATUS_GOOD);
}

Bytes TestSigner::revokedAnswer() const {
    return revocationAnswer(V_OCSP_CERTSTATUS_REVOKED);
}

Bytes TestSigner::revocationAnswer(int status) const {
    OCSP_BASICRESP* basic = OCSP_BASICRESP_new();
    OCSP_CERTID* id = OCSP_cert_to_id(EVP_sha1(), m_certificate.get(), m_issuer.get());
    ASN1_TIME* from = X509_gmtime_adj(nullptr, -3'600);
    ASN1_TIME* until = X509_gmtime_adj(nullptr, 3'600);
    ASN1_TIME* revoked = X509_gmtime_adj(nullptr, -86'400);
    const bool isRevoked = status == V_OCSP_CERTSTATUS_REVOKED;
    OCSP_basic_add1_status(basic, id, status, 0, isRevoked ? revoked : nullptr, from, until);
    OCSP_basic_sign(basic, m_issuer.get(), m_issuerKey.get(), EVP_sha256(), nullptr, 0);
    OCSP_RESPONSE* response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    unsigned char* encoded = nullptr;
    const int length = i2d_OCSP_RESPONSE(response, &encoded);
    Bytes bytes(encoded, encoded + length);
    OPENSSL_free(encoded);
    OCSP_RESPONSE_free(response);
    OCSP_BASICRESP_free(basic);
    OCSP_CERTID_free(id);
    for (ASN1_TIME* time : {from, until, revoked})
        ASN1_TIME_free(time);
    return bytes;
}

Bytes TestSigner::timeStamp(const Bytes& message) const {
    // A request over the message's hash, answered by this key.
    unsigned char digest[32];
    EVP_Digest(message.data(), message.size(), digest, nullptr, EVP_sha256(), nullptr);
    TS_REQ* request = TS_REQ_new();
    TS_REQ_set_version(request, 1);
    TS_MSG_IMPRINT* imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR* algorithm = X509_ALGOR_new();
    X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    TS_MSG_IMPRINT_set_algo(imprint, algorithm);
    TS_MSG_IMPRINT_set_msg(imprint, digest, sizeof(digest));
    TS_REQ_set_msg_imprint(request, imprint);
    TS_REQ_set_cert_req(request, 1);
    BIO* source = BIO_new(BIO_s_mem());
    i2d_TS_REQ_bio(source, request);

    TS_RESP_CTX* context = TS_RESP_CTX_new();
    TS_RESP_CTX_set_signer_cert(context, m_certificate.get());
    TS_RESP_CTX_set_signer_key(context, m_key.get());
    TS_RESP_CTX_set_signer_digest(context, EVP_sha256());
    TS_RESP_CTX_add_md(context, EVP_sha256());
    ASN1_OBJECT* policy = OBJ_txt2obj("1.2.3.4.5", 1);
    TS_RESP_CTX_set_def_policy(context, policy);
    TS_RESP_CTX_set_serial_cb(
        context,
        [](TS_RESP_CTX*, void*) {
            ASN1_INTEGER* serial = ASN1_INTEGER_new();
            ASN1_INTEGER_set(serial, 7);
            return serial;
        },
        nullptr);
    TS_RESP* response = TS_RESP_create_response(context, source);
    unsigned char* encoded = nullptr;
    const int length = response == nullptr ? 0 : i2d_TS_RESP(response, &encoded);
    Bytes bytes(encoded, encoded + length);
    OPENSSL_free(encoded);
    TS_RESP_free(response);
    TS_RESP_CTX_free(context);
    ASN1_OBJECT_free(policy);
    BIO_free_all(source);
    X509_ALGOR_free(algorithm);
    TS_MSG_IMPRINT_free(imprint);
    TS_REQ_free(request);
    return bytes;
}

} // namespace tests
