// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/heat_map.h"
#include "core/base/region.h"

#include <opencv2/core/mat.hpp>

#include <memory>
#include <vector>

namespace core::forensics {

struct RegionRule {
    double threshold = 0.5;      ///< cells above this belong to a region
    double minimumShare = 0.003; ///< smallest region as a share of the picture
    int maximumCount = 3;
};

/// Cuts a map into 8-connected regions in pixels of the upright image, strongest (mean times area)
/// first; the score is the region's mean value. Boxes never leave the image.
[[nodiscard]] std::vector<Region> regionsOf(const HeatMap& map, int imageWidth, int imageHeight,
                                            const RegionRule& rule);

/// Copies a CV_32F matrix (values clamped to 0..1; not-a-number becomes 0) into a map.
[[nodiscard]] std::shared_ptr<const HeatMap> heatMapFrom(const cv::Mat& values);

/// Turns a map on the stored pixel grid of a JPEG upright.
/// @param orientation  EXIF, 1 to 8
[[nodiscard]] cv::Mat turnedUpright(const cv::Mat& stored, int orientation);

} // namespace core::forensics
