// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/c2pa/carrier.h"
#include "core/provenance/c2pa/cbor.h"
#include "core/provenance/c2pa/findings.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::provenance::c2pa {

/// The asset that the credentials speak of.
struct Asset {
    Bytes file;
    Container container = Container::Unknown;
    bool isDetached = false; ///< the store lies beside the file
    bool isAbsent = false;   ///< there is only the store: `file` is the store itself
    Range place;             ///< of the store in the file
    std::uint64_t padding = 0;
    Range frame;         ///< what a hash may leave out instead of `place`
    std::string problem; ///< the store's pieces do not lie as they must
};

/// One assertion that binds the claim to the asset's bytes.
struct Binding {
    std::string_view label; ///< of the assertion
    const Cbor& content;
    std::string uri;
    std::string algorithm;    ///< of the claim, when the assertion names none
    bool isInherited = false; ///< of the parent of an update manifest
};

/// What the bindings found besides status codes.
using Uncovered = std::vector<examination::C2paByteRange>;

/// Whether an assertion of that label is a hard binding: c2pa.hash.data, .boxes, .bmff(.v2, .v3),
/// .collection.data.
[[nodiscard]] bool isHardBinding(std::string_view label);

/// Compares the asset with a hard binding, whichever it is.
void checkBinding(const Asset& asset, const Binding& binding, Findings& findings,
                  Uncovered& uncovered);

/// @source C2PA 2.2, 18.5 (data), 18.6 (BMFF), 18.7 (boxes)
void checkDataHash(const Asset& asset, const Binding& binding, Findings& findings,
                   Uncovered& uncovered);
void checkBoxesHash(const Asset& asset, const Binding& binding, Findings& findings);
void checkMediaHash(const Asset& asset, const Binding& binding, Findings& findings,
                    Uncovered& uncovered);

/// The algorithm of an assertion or its claim; empty when none is named or it is unknown.
[[nodiscard]] std::string algorithmOf(const Binding& binding);

} // namespace core::provenance::c2pa
