// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/training/blending.h"

#include <opencv2/core/mat.hpp>

namespace core::training {

/// Pixels and, where something was changed in them, which ones.
struct HistoryTile {
    cv::Mat pixels; ///< CV_8UC3
    cv::Mat mask;   ///< CV_8U, 255 where changed; empty when nothing was
};

/// What a tile may have gone through before it reaches us, drawn at random: resized (0.4 to 1.15),
/// made soft, noisy or sharp, saved up to twice (JPEG of quality 50 to 98 with either chroma
/// sampling, or WebP), cut at any offset to the 8x8 grid, flipped and turned; every third is then
/// reduced to half, as the detector's second look at a picture is. The mask follows the pixels. The
/// same random state gives the same history, so that both tiles of a pair can share one.
/// @param tile  borrowed; at least crop + 8 pixels a side
/// @return      crop x crop
[[nodiscard]] HistoryTile withHistory(const HistoryTile& tile, int crop, Random& random);

/// The pixels of a view, not copied.
[[nodiscard]] HistoryTile tileOf(const PixelView& view);

} // namespace core::training
