// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/scores.h"
#include "core/training/feature_row.h"
#include "core/training/threshold_fit.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <vector>

namespace core::training {

/// The figures of out-of-fold scores: over all, by chain, source, look, size and fold.
/// @param scores  one per row
[[nodiscard]] nlohmann::ordered_json
outOfFoldFigures(const std::vector<FeatureRow>& rows,
                 const std::vector<evaluation::ScoredPicture>& scores,
                 const Thresholds& thresholds);

/// @errors WriteFailed
[[nodiscard]] Result<void> writeRecord(const nlohmann::ordered_json& record,
                                       const std::filesystem::path& file);

} // namespace core::training
