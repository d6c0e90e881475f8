// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"

namespace core::grounding {

/// How the upright picture became a model's input: resized, then cut out.
struct ModelInput {
    int pictureWidth = 0; ///< upright, pixels
    int pictureHeight = 0;
    int resizedWidth = 0;
    int resizedHeight = 0;
    int cropX = 0; ///< of the input's corner in the resized picture; negative where black was added
    int cropY = 0;
    int width = 0; ///< of the input
    int height = 0;

    bool operator==(const ModelInput&) const = default;
};

/// The part of the upright picture that the model saw, rounded outwards to whole pixels.
[[nodiscard]] Rect seenPart(const ModelInput& input);

/// A box of the input as a box of the upright picture: each edge goes to the nearest edge between
/// pixels and never outside of what was seen.
/// @source CLIPImageProcessor; x = (u + crop offset) * picture width / resized width
[[nodiscard]] Rect toPicture(const Rect& inInput, const ModelInput& input);

/// A box of the upright picture as a box of the input, rounded outwards; empty when the model did
/// not see any of it.
[[nodiscard]] Rect toInput(const Rect& inPicture, const ModelInput& input);

} // namespace core::grounding
