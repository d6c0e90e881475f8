// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/certificate.h"
#include "core/provenance/c2pa/cose.h"
#include "core/provenance/c2pa/findings.h"

namespace core::provenance::c2pa {

/// Judges the revocation answers that a signature carries (`rVals`). Only an answer counts that is
/// about this very certificate, signed by its issuer or by whom the issuer allowed to, and speaks
/// of the time of signing. Nothing is ever asked over the network.
/// @source C2PA 2.2, 14.6; RFC 6960
void checkRevocation(const Signature& signature, Seconds signedAt, std::string_view uri,
                     Findings& findings);

} // namespace core::provenance::c2pa
