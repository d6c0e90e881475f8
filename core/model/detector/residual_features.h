// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/region.h"
#include "core/base/result.h"

#include <stop_token>
#include <string>
#include <vector>

namespace core::model {

/// Side of a square tile, in pixels at the picture's own scale. A picture is never reduced:
/// resizing destroys the traces.
inline constexpr int kTileSide = 128;

/// Statistics of the noise residuals of one picture, tile by tile.
struct ResidualFeatures {
    std::vector<Rect> tiles;              ///< where, in pixels of the upright image
    std::vector<std::vector<float>> rows; ///< one row of featureNames().size() numbers per tile
};

/// Names of the columns, in order, e.g. "srm.log_energy".
[[nodiscard]] const std::vector<std::string>& residualFeatureNames();

/// Measures up to 96 tiles of a fixed grid, leaving out flat and saturated ones.
/// The numbers do not depend on the number of threads.
/// Residual filters after Fridrich & Kodovsky, "Rich Models for Steganalysis", 2012; spectra after
/// Durall et al. 2020 and Corvi et al. 2023; phase statistics after Tan et al. 2024 (NPR).
/// @param picture  at least kTileSide pixels a side, else no tiles
/// @errors Cancelled (asked once per eight tiles), LimitExceeded
[[nodiscard]] Result<ResidualFeatures> residualFeatures(const PixelView& picture,
                                                        std::stop_token stop = {});

} // namespace core::model
