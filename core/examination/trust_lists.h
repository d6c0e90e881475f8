// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace core::examination {

/// Certificates that the user takes for anchors of trust.
struct TrustList {
    std::string name;
    std::string date; ///< as the user gave it; may be empty
    std::string pem;

    bool operator==(const TrustList&) const = default;
};

/// What the validation of Content Credentials may rely on besides the file. No list is presumed.
struct TrustLists {
    std::vector<TrustList> signers;
    std::vector<TrustList> timeStamps;

    bool operator==(const TrustLists&) const = default;
};

} // namespace core::examination
