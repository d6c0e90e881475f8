// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/model/grounding/answer_scorer.h"
#include "core/model/vision/clip_preprocess.h"

#include <vector>

namespace core::model {

/// The model's input with boxes removed.
/// @param values  3 planes of width x height
[[nodiscard]] std::vector<float> occluded(const PreparedPicture& picture, const Removal& removal);

/// Mean absolute difference between neighbors within a box, over all three planes.
[[nodiscard]] double textureOf(const PreparedPicture& picture, const Rect& box);

} // namespace core::model
