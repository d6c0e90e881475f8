// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/byte_reader.h"
#include "core/provenance/c2pa/trust_list.h"

#include <openssl/x509.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::provenance::c2pa {

using image::Bytes;

template <auto release> struct Released {
    template <typename Value> void operator()(Value* value) const { release(value); }
};
using Certificate = std::unique_ptr<X509, Released<X509_free>>;

/// Seconds since 1970, UTC.
using Seconds = std::int64_t;

/// DER certificates, leaf first; nothing when one cannot be read or there are more than 20.
[[nodiscard]] std::optional<std::vector<Certificate>>
readCertificates(const std::vector<Bytes>& der);

/// Why a certificate may not sign claims, as a sentence; empty when it may.
/// @source C2PA 2.2, 14.5 (certificate profile)
[[nodiscard]] std::string profileProblem(X509* leaf);

[[nodiscard]] std::string commonName(const X509_NAME* name);
[[nodiscard]] std::string organizationName(const X509_NAME* name);

/// Nothing when the time is out of range.
[[nodiscard]] std::optional<Seconds> secondsOf(const ASN1_TIME* time);
/// "2026-01-31T12:00:00Z".
[[nodiscard]] std::string isoTime(Seconds time);

enum class Purpose { Claims, TimeStamps };

/// The first list that holds an anchor above the leaf (or the leaf itself) at that time; null when
/// none does.
/// @param chain  leaf first; the others only help to build the way up
[[nodiscard]] const TrustList* listHolding(const std::vector<TrustList>& lists,
                                           const std::vector<X509*>& chain, Seconds at,
                                           Purpose purpose);

} // namespace core::provenance::c2pa
