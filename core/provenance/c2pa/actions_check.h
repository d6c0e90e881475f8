// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/findings.h"
#include "core/provenance/c2pa/manifest.h"

namespace core::provenance::c2pa {

/// What the specification demands of actions: a list, and in claims of version 2 a first action
/// that says how the asset began.
/// @source C2PA 2.2, 18.10 and 15.10.3
void checkActions(const Manifest& manifest, Findings& findings);

} // namespace core::provenance::c2pa
