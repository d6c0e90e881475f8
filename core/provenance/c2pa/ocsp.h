// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/certificate.h"
#include "core/provenance/c2pa/cose.h"
#include "core/provenance/c2pa/findings.h"

namespace core::provenance::c2pa {

/// When a signature was made, and what its findings are about.
struct Signing {
    Seconds at = 0;
    std::string_view uri;
};

/// Judges the revocation answers that a signature carries (`rVals`), and those that other manifests
/// hold. Only an answer counts that is
/// about this very certificate, signed by its issuer or by whom the issuer allowed to, and speaks
/// of the time of signing. Nothing is ever asked over the network.
/// @source C2PA 2.2, 14.6; RFC 6960
void checkRevocation(const Signature& signature, const std::vector<Bytes>& others,
                     const Signing& signing, Findings& findings);

} // namespace core::provenance::c2pa
