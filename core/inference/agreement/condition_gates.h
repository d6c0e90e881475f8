// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/image/image.h"

#include <vector>

namespace core::inference {

/// How much of a picture's detail is fine at the scale at which a model of FakeVLM's kind sees it:
/// the mean difference to a light blur (1.8 pixels) by that between the light blur and a stronger
/// one, on the middle square of 336 pixels. docs/engines.md has the figures behind the limit.
/// @return 0 (none) upwards; photographs have about 1.2
[[nodiscard]] double fineDetailShare(const image::Image& picture);

/// Below it a picture is soft: without any detail of 11 pixels (of the model's 336) and less, nine
/// in ten photographs are called fake.
inline constexpr double kLeastFineDetail = 0.65;

/// From here on a picture has its usual fine detail: seven in eight photographs have it, and one in
/// three still has it behind a Gaussian blur of one of the model's pixels. Between the two limits
/// what the model says counts the less the softer the picture is.
inline constexpr double kUsualFineDetail = 0.85;

/// Applies to a model's verdict what protects the embedded one: no verdict on pictures that are too
/// small, incomplete, heavily compressed or soft; a weakened one on worn, small and
/// somewhat soft files. Each reason becomes a clue. Faces get a clue that they are a weak category
/// of this model.
/// @param measured  the embedded engine's clues about the same picture
void guardVerdict(examination::Examination& spoken, const std::vector<examination::Clue>& measured,
                  const image::Image& picture);

} // namespace core::inference
