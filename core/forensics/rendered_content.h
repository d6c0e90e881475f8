// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

namespace core::forensics {

// Letters, lines and other things that a program drew. They repeat to the pixel by nature, so
// nothing that rests on repetition or on traces of an earlier save may be concluded from them.

/// Whether hardly more than two levels, far apart, occur around a point, as in letters, line
/// drawings, fax pages and dither.
/// @param gray  CV_8U
[[nodiscard]] bool isTwoTone(const cv::Mat& gray, const cv::Point2f& point);

/// Whether letters or drawings lie over an area, whatever is behind them: one tone occurs again and
/// again in closed strokes, and jumps to something else at nearly all of its border. Textures of
/// photographs have no tone of their own, or soft borders; a bright sky between dark leaves passes
/// for letters as well.
/// @param gray  CV_8U
[[nodiscard]] bool isLettered(const cv::Mat& gray);

/// Whether the area has two tones only, as above.
[[nodiscard]] bool isTwoTone(const cv::Mat& gray);

} // namespace core::forensics
