// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace core::training {

/// FNV-1a of a text: the same over machines and runs, unlike std::hash.
[[nodiscard]] inline std::uint64_t stableSeed(const std::string& text) {
    std::uint64_t hash = 1469598103934665603ULL ^ 77;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

} // namespace core::training
