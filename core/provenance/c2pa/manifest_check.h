// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/redactions.h"
#include "core/provenance/c2pa/signature_check.h"

namespace core::provenance::c2pa {

/// One manifest after its own checks; its ingredients and the asset's bytes are judged elsewhere.
struct CheckedManifest {
    Findings findings;
    SignatureResult signature;
};

/// Checks a manifest by itself: claim, signature, every assertion, redactions, actions.
/// @source C2PA 2.2, 15
[[nodiscard]] CheckedManifest checkManifest(const Manifest& manifest, const Redactions& redactions,
                                            const SignatureRules& rules);

/// The hard bindings among a manifest's assertions.
[[nodiscard]] std::vector<const Assertion*> hardBindings(const Manifest& manifest);

} // namespace core::provenance::c2pa
