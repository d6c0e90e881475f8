// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"

namespace core::model {

/// Where the model's input lies on the upright picture.
struct InputGeometry {
    int resizedWidth = 0;
    int resizedHeight = 0;
    int width = 0; ///< of the model's input
    int height = 0;
    int cropX = 0; ///< of the input's corner in the resized picture; negative where black is added
    int cropY = 0;
    Rect seen; ///< the part of the upright picture that the model sees, whole pixels, rounded
               ///< outwards
};

} // namespace core::model
