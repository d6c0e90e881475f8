// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/region.h"
#include "core/forensics/analyzer.h"
#include "core/forensics/requantization.h"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace core::forensics {

/// A connected set of cells that stand out together.
struct EvidencePart {
    cv::Mat mask;     ///< CV_8U, nonzero inside; empty when nothing stands out
    double total = 0; ///< sum of the evidence inside
    double share = 0; ///< of the grid's cells
};

/// @param evidence   CV_32F by cell; positive speaks for standing out
/// @param threshold  of the sum over a cell and its 8 neighbors
/// @return the 8-connected part with the largest sum
[[nodiscard]] EvidencePart strongestPart(const cv::Mat& evidence, double threshold);

/// Sum over each cell and its 8 neighbors.
[[nodiscard]] cv::Mat neighborhoodSum(const cv::Mat& cells);

/// How many coefficients fit an earlier save, in a part and around it.
struct FitRates {
    double counted = 0; ///< coefficients inside that tell something
    double inside = 0;  ///< share of them that fits, 0 to 1
    double outside = 0;
    double density = 0; ///< coefficients for each cell inside over those for each cell outside
};
[[nodiscard]] FitRates fitRates(const EvidenceGrid& grid, const cv::Mat& mask);

/// log10 of the expected number of parts at least this unusual on a picture where all coefficients
/// follow the outside rate: Hoeffding's bound of the binomial tail times the number of tests.
/// Coefficients of one block are not independent, so a quarter of them is counted.
[[nodiscard]] double logFalseAlarms(const FitRates& rates, double tests);

/// The part as a region of the upright image.
[[nodiscard]] std::vector<Region> regionsOfPart(const Subject& subject, const cv::Mat& mask,
                                                const cv::Mat& storedMap);

/// That the part is a whole panel or bar of a picture that is put together openly.
/// @param quality  of the save that tells it from the rest
[[nodiscard]] Finding openPart(double quality, std::vector<Region> regions);

} // namespace core::forensics
