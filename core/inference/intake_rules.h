// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/trust_lists.h"
#include "core/image/decode_limits.h"
#include "core/settings/settings.h"

#include <memory>

namespace core::inference {

/// What a file may cost, and whom its credentials are compared with.
struct IntakeRules {
    image::DecodeLimits limits;
    std::shared_ptr<const examination::TrustLists> trust; ///< null: no lists

    IntakeRules() = default;
    /// Most callers have limits only.
    IntakeRules(const image::DecodeLimits& cost) : limits(cost) {}
};

/// What the user lets a file cost.
[[nodiscard]] image::DecodeLimits limitsFrom(const settings::Settings& settings);

} // namespace core::inference
