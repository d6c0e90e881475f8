// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/analyzer.h"

#include <opencv2/core/mat.hpp>

#include <stop_token>

namespace core::forensics {

/// The orientation that undoes `orientation`.
[[nodiscard]] int inverseOrientation(int orientation);

/// The pixels as the JPEG stores them, rows x cols, CV_8UC3, BGR: the 8x8 grid begins at its top
/// left corner. Shares the subject's pixels when nothing was turned.
[[nodiscard]] cv::Mat storedPixels(const Subject& subject);

/// Blocks whose coefficients obey the rounding model: whole blocks without clipped pixels, because
/// clipping at 0 or 255 between two saves moves coefficients off their steps. Letters and the like
/// are left out as well.
/// @param stop  asked once per row of blocks; the result is then incomplete
/// @return blocksHigh x blocksWide, CV_8U, 1 for usable; the stored grid
[[nodiscard]] cv::Mat usableBlocks(const cv::Mat& storedPixels, int blocksWide, int blocksHigh,
                                   const std::stop_token& stop);

} // namespace core::forensics
