// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/certificate.h"
#include "core/provenance/c2pa/cose.h"
#include "core/provenance/c2pa/findings.h"

namespace core::provenance::c2pa {

/// A time that an authority stamped on the signature.
struct StampedTime {
    Seconds at = 0;
    std::string authority;
    bool isListed = false;
    std::shared_ptr<X509> certificate; ///< of the authority
};

/// Verifies the RFC 3161 tokens of a signature's header: `sigTst` over the claim, `sigTst2` over
/// the signature. Without lists of authorities, a token whose signature and imprint hold counts;
/// with lists, its authority must be on one. What is wrong with a token is informational.
/// @source C2PA 2.2, 10.3.2.5; RFC 3161; RFC 5652
[[nodiscard]] std::optional<StampedTime> stampedTime(const Signature& signature, Bytes claim,
                                                     const std::vector<TrustList>& lists,
                                                     std::string_view uri, Findings& findings);

/// Verifies a token that another manifest holds for a signature: over the signature itself, or
/// wrapped as for `sigTst2`.
/// @param uri  of the assertion that holds it
[[nodiscard]] std::optional<StampedTime> laterStampedTime(const Signature& signature, Bytes token,
                                                          const std::vector<TrustList>& lists,
                                                          std::string_view uri, Findings& findings);

} // namespace core::provenance::c2pa
