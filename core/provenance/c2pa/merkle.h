// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/cbor.h"

#include <string_view>

namespace core::provenance::c2pa {

enum class MerkleResult {
    Good,
    Mismatch,
    Elsewhere, ///< the hashed fragments are not in this file
};

/// Compares the media data of a single file with the hash trees of a BMFF hash: blocks of fixed or
/// variable size, and the stored row of the tree, whichever it is.
/// @param trees  the value of `merkle`
/// @source C2PA 2.2, 18.6
[[nodiscard]] MerkleResult checkMerkle(Bytes file, const Cbor& trees, std::string_view algorithm);

} // namespace core::provenance::c2pa
