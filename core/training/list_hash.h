// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

#include <cstdint>
#include <set>
#include <string>

namespace core::training {

/// SHA-256 of the names, one a line, sorted.
[[nodiscard]] inline std::string listHash(const std::set<std::string>& names) {
    std::string all;
    for (const std::string& name : names)
        all += name + "\n";
    return sha256({reinterpret_cast<const std::uint8_t*>(all.data()), all.size()});
}

} // namespace core::training
