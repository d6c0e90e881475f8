// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/blending.h"

#include <opencv2/core/mat.hpp>

namespace core::training {

/// Text, lines, boxes, bars and color ramps as posters, documents and user interfaces have them,
/// drawn over the picture: a few that leave most of it visible. @param picture  CV_8UC3, changed
void drawGraphics(cv::Mat& picture, Random& random);

/// The same on a plain or shaded ground: a graphic without a photograph, made by no generator.
/// @return CV_8UC3
[[nodiscard]] cv::Mat renderedGraphic(cv::Size size, Random& random);

} // namespace core::training
