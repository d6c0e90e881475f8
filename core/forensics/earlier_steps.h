// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forensics/requantization.h"
#include "core/image/jpeg_structure.h"

#include <stop_token>
#include <vector>

namespace core::forensics {

/// The step of an earlier, coarser save at one frequency.
struct EarlierStep {
    int frequency = 0; ///< natural order
    int step = 0;
    double gain = 0;    ///< log likelihood ratio over the whole histogram
    double counted = 0; ///< coefficients that it rests on
    LevelEvidence evidence;
};

/// What the histograms tell about one earlier save of the whole picture.
struct EarlierSteps {
    std::vector<EarlierStep> steps; ///< only frequencies where it is clear
    double gain = 0;
    int quality = 0; ///< nearest IJG quality of the steps, 1 to 100; 0 when there are none
    double expectedMisfit = 0; ///< share of misfits, 0 to 1, where the earlier save is lacking
    [[nodiscard]] bool areMeasurable() const;
};

/// Fits each frequency's histogram by itself, so that any quantization table is found.
/// @param stop  asked once per candidate step; the result is then incomplete
[[nodiscard]] EarlierSteps earlierSteps(const LevelHistogram& histogram,
                                        const image::QuantizationTable& last,
                                        const std::stop_token& stop = {});

} // namespace core::forensics
