// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/intake_rules.h"

namespace core::inference {

image::DecodeLimits limitsFrom(const settings::Settings& settings) {
    image::DecodeLimits limits;
    limits.maxPixels = settings.maxPixels;
    limits.maxFileBytes = settings.maxFileBytes;
    limits.maxMemoryBytes = settings.maxMemoryBytes;
    return limits;
}

} // namespace core::inference
