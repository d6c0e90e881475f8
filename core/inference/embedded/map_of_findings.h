// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/forensics/evidence.h"

#include <memory>
#include <vector>

namespace core::inference {

/// One map of where a picture was changed: the learned detector's, and over it the areas that local
/// methods found (copies, JPEG traces and the like). Those methods bound how often they speak up by
/// chance, and where they do they draw the line much better; so an area stands out by the strength
/// of its finding, 0.5 to 1, and beside it the learned map is shown at less than half.
/// @param learned  may be null
/// @return `learned` itself when no method found an area
[[nodiscard]] std::shared_ptr<const HeatMap>
withFindings(std::shared_ptr<const HeatMap> learned,
             const std::vector<forensics::Evidence>& analyzers, int imageWidth, int imageHeight);

} // namespace core::inference
