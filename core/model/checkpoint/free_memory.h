// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace core::model {

/// Bytes that can be allocated without swapping; nothing when the system does not tell.
[[nodiscard]] std::optional<std::uint64_t> freeMemory();

} // namespace core::model
