// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/case_store.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace core::cases {

struct MovedEvidence {
    std::vector<std::int64_t> found;   ///< exhibits that have a new place now
    std::vector<std::int64_t> missing; ///< exhibits whose file was found nowhere
};

/// Looks in a folder, and in those below it, for referenced evidence that is no longer where it
/// was. A file counts only when it has the very bytes that were taken in; what it is called does
/// not matter.
/// @errors FileUnreadable (the folder), WriteFailed, Cancelled
[[nodiscard]] Result<MovedEvidence>
locateMoved(CaseStore& store, const std::filesystem::path& folder, std::stop_token stop);

} // namespace core::cases
