// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/forensics/analyzer.h"
#include "core/forensics/earlier_steps.h"
#include "core/forensics/requantization.h"

#include <opencv2/core/mat.hpp>

#include <stop_token>

namespace core::forensics {

/// What both searches for earlier saves begin with.
struct SaveTraces {
    cv::Mat usable; ///< usableBlocks
    LevelHistogram histogram{};
    EarlierSteps whole; ///< an earlier save of the whole picture, if one is measurable
    CellGrid grid;
};

/// @param subject  with a structure and coefficients
/// @errors Cancelled
[[nodiscard]] Result<SaveTraces> saveTraces(const Subject& subject, const std::stop_token& stop);

} // namespace core::forensics
