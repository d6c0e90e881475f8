// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/trust_lists.h"

#include <string>
#include <vector>

namespace core::provenance::c2pa {

using examination::TrustList;
using examination::TrustLists;

/// How many certificates a PEM text holds; 0 when it is none.
[[nodiscard]] int certificatesIn(const std::string& pem);

/// A certificate of a list, for showing.
struct ListedCertificate {
    std::string subject;
    std::string sha256; ///< fingerprint, hexadecimal
};
[[nodiscard]] std::vector<ListedCertificate> listedCertificates(const std::string& pem);

} // namespace core::provenance::c2pa
