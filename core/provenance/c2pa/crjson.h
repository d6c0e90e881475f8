// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/credentials.h"

#include <string>

namespace core::provenance::c2pa {

/// A file's manifest store in the public crJSON form, one line, the active manifest first: claims,
/// assertions and signatures as they stand, and our results for each manifest. Byte strings are
/// base64 with the prefix b64'. Without a readable store, `manifests` is empty.
/// @param version  of this program
/// @source C2PA crJSON 2.3
[[nodiscard]] std::string crJson(image::Bytes file, const CredentialRules& rules,
                                 const std::string& version);

} // namespace core::provenance::c2pa
