// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/user_limits.h"

#include "core/inference/intake_rules.h"

namespace app::cli {

core::image::DecodeLimits userLimits() {
    return core::inference::limitsFrom(
        core::settings::loadSettings(core::settings::defaultSettingsFile()));
}

} // namespace app::cli
