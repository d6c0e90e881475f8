// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <memory>

namespace core::forensics {

/// Looks for places whose noise differs from what their brightness predicts. The noise deviation of
/// every low-texture cell comes from a filter that cancels smooth shading; a robust line over
/// brightness is fitted to all of them; the map is the log ratio to that line.
/// @source Immerkaer, "Fast noise variance estimation", CVIU 1996; Liu et al., "Noise estimation
/// from
///         a single image", CVPR 2006
[[nodiscard]] std::unique_ptr<Analyzer> makeNoiseResidual();

} // namespace core::forensics
