// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/training/feature_table.h"

#include <filesystem>
#include <vector>

namespace core::training {

/// Gives every row of one fold the tile inputs of a classifier, which never saw the fold. Pictures
/// with too few usable tiles get none. What was scored is kept beside the classifier's file.
/// @errors ModelMissing, ModelInvalid, Internal
[[nodiscard]] Result<void> addTileScores(std::vector<FeatureRow>& rows, int fold,
                                         const std::filesystem::path& classifier);

} // namespace core::training
