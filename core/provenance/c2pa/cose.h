// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/cbor.h"
#include "core/provenance/c2pa/certificate.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::provenance::c2pa {

/// A COSE_Sign1 structure, read but not verified. Views point into the signature box.
struct Signature {
    Bytes protectedBytes; ///< the protected header as it stands
    Cbor protectedHeader;
    Cbor unprotectedHeader;
    std::optional<Bytes> payload;   ///< nothing when detached
    Bytes value;                    ///< the signature itself
    std::string algorithm;          ///< "ES256", ...; empty when unknown
    std::vector<Certificate> chain; ///< leaf first
    std::string problem;            ///< sentence about the chain; empty when it could be read
};

/// Reads a signature box. Nothing when it is no COSE_Sign1.
/// @source RFC 9052, 4.2; C2PA 2.2, 13.2
[[nodiscard]] std::optional<Signature> readSignature(Bytes box);

/// Whether the leaf's key signed these claim bytes. ECDSA signatures must be r and s of fixed
/// length, an attached payload must be the claim.
[[nodiscard]] bool verifySignature(const Signature& signature, Bytes claim);

/// ["CounterSignature" or "Signature1", protected header, empty, payload].
[[nodiscard]] std::vector<std::uint8_t> signedStructure(std::string_view context,
                                                        const Signature& signature, Bytes payload);

} // namespace core::provenance::c2pa
