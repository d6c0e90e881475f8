// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/image/image.h"

namespace core::inference {

/// One examination of two: the verdict and the sentences of a model, the measurements and plots of
/// the other engine, and for each sentence with regions what was measured there. A clear
/// contradiction of verdicts halves the confidence and becomes the first clue.
[[nodiscard]] examination::Examination joined(examination::Examination spoken,
                                              examination::Examination measured,
                                              const image::Image& picture);

} // namespace core::inference
