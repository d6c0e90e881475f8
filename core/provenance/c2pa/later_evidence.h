// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/findings.h"
#include "core/provenance/c2pa/manifest.h"

#include <map>
#include <string>
#include <vector>

namespace core::provenance::c2pa {

/// What manifests of a store hold for the signatures of others: time stamps made after signing, and
/// answers about revocation. Both prove themselves, whoever put them there. Views point into the
/// store.
struct LaterEvidence {
    struct Stamp {
        Bytes token;
        std::string uri; ///< of the assertion that holds it
    };
    std::map<std::string, std::vector<Stamp>> stamps; ///< by the label of the manifest stamped
    std::vector<Bytes> revocationAnswers;             ///< about any certificate
};

/// Gathers the assertions c2pa.time-stamp and c2pa.certificate-status; up to 100 of each.
/// @source C2PA 2.2, 18.18 (time stamps), 18.19 (certificate status)
[[nodiscard]] LaterEvidence laterEvidenceOf(const Store& store);

/// Fails a manifest whose time-stamp assertion is doubled or not written as it must be.
void checkStampAssertions(const Manifest& manifest, Findings& findings);

} // namespace core::provenance::c2pa
