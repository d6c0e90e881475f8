// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decode_limits.h"

namespace app::cli {

/// What the user lets a file cost, from the settings that both programs share.
[[nodiscard]] core::image::DecodeLimits userLimits();

} // namespace app::cli
