// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/resave_error.h"

#include <optional>

namespace core::forensics {

/// How much a re-save usually changes a block with so much detail: a straight line in the
/// logarithms, fitted robustly, so that a small part that differs does not bend it.
struct DetailLine {
    double intercept = 0;
    double slope = 0;
    double spread = 0; ///< robust standard deviation around the line (1.4826 x MAD)

    /// Natural log of the change over the usual change; 0 for blocks too flat to compare.
    /// @param detail  ResaveError::detail
    /// @param change  ResaveError::change
    [[nodiscard]] double excess(double detail, double change) const;
};

/// Nothing when fewer than 100 blocks have any detail.
[[nodiscard]] std::optional<DetailLine> fitDetailLine(const ResaveError& error);

} // namespace core::forensics
