// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/hard_binding.h"
#include "core/provenance/c2pa/manifest.h"

namespace core::provenance::c2pa {

/// Compares the parts of a file of several assets (a main picture with a gain map or a video) with
/// the hashes that `c2pa.hash.multi-asset` names for them. Parts are given by offset and length;
/// their hashes are data hashes whose exclusions count from the part's start.
/// @source C2PA 2.2, 18.8
void checkMultiAsset(const Asset& asset, const Manifest& manifest, Findings& findings,
                     Uncovered& uncovered);

} // namespace core::provenance::c2pa
