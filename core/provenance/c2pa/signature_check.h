// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/c2pa_record.h"
#include "core/provenance/c2pa/certificate.h"
#include "core/provenance/c2pa/findings.h"
#include "core/provenance/c2pa/later_evidence.h"
#include "core/provenance/c2pa/manifest.h"

namespace core::provenance::c2pa {

struct SignatureRules {
    const TrustLists& lists;
    Seconds now = 0;
    const LaterEvidence* later = nullptr; ///< of the other manifests; may be null
};

struct SignatureResult {
    std::optional<examination::C2paSigner> signer;
    std::optional<examination::C2paTime> signedAt;
};

/// Everything about the signature of one manifest: the signature itself, the certificate's profile,
/// its validity at the time of signing, its chain to a list, time stamps, revocation.
/// @source C2PA 2.2, 15.7
SignatureResult checkSignature(const Manifest& manifest, const SignatureRules& rules,
                               Findings& findings);

} // namespace core::provenance::c2pa
