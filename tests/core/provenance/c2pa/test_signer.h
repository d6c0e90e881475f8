// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/provenance/c2pa/cbor_writer.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

namespace tests {

using cbor::Bytes;

/// What a certificate made for a test says.
struct CertificateWish {
    std::string name = "Test Signer";
    std::string organization = "Tests";
    std::string usage = "emailProtection"; ///< extended key usage; empty: none
    long startsInDays = -10;
    long endsInDays = 100;
};

/// A key with its certificate under an authority of the test's own, made anew in each run.
class TestSigner {
  public:
    /// @param algorithm  "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "Ed25519"
    explicit TestSigner(std::string algorithm = "ES256", const CertificateWish& wish = {});

    [[nodiscard]] const std::string& algorithm() const { return m_algorithm; }
    [[nodiscard]] int algorithmId() const;   ///< of COSE
    [[nodiscard]] Bytes certificate() const; ///< DER
    [[nodiscard]] Bytes issuerCertificate() const;
    [[nodiscard]] std::string issuerPem() const;
    /// A signature as COSE wants it; ECDSA as r and s of fixed length.
    [[nodiscard]] Bytes sign(const Bytes& message) const;

    /// An OCSP response that calls this certificate good, signed by its issuer.
    [[nodiscard]] Bytes goodRevocationAnswer() const;
    /// An OCSP response that calls it revoked since a day ago.
    [[nodiscard]] Bytes revokedAnswer() const;
    /// A time-stamp response over a message. The signer must have the usage "timeStamping".
    [[nodiscard]] Bytes timeStamp(const Bytes& message) const;

  private:
    [[nodiscard]] Bytes revocationAnswer(int status) const;

    std::string m_algorithm;
    std::shared_ptr<EVP_PKEY> m_issuerKey;
    std::shared_ptr<X509> m_issuer;
    std::shared_ptr<EVP_PKEY> m_key;
    std::shared_ptr<X509> m_certificate;
};

} // namespace tests
