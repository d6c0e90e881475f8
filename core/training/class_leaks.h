// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/detector/tile_classifier_fit.h"

#include <functional>
#include <map>
#include <string>

namespace core::training {

/// Beyond these, something that has nothing to do with generation tells the classes apart. A
/// detector can learn everything that is told here without looking at a trace of generation.
inline constexpr double kLeakFreeLow = 0.45;
inline constexpr double kLeakFreeHigh = 0.55;

struct LeakReport {
    int tiles = 0;
    double auc = 0.5;                   ///< of all properties together, cross-validated
    std::map<std::string, double> each; ///< of one alone, cross-validated

    [[nodiscard]] bool isFree() const { return auc >= kLeakFreeLow && auc <= kLeakFreeHigh; }
};

/// Can a logistic regression tell the classes of training tiles apart by brightness, contrast,
/// size as a saved file, and the strength and place of the 8x8 grid? Five folds over the tiles.
/// @param batchOf  only its whole tiles are used. @errors InvalidArgument (a class is missing)
[[nodiscard]] Result<LeakReport>
classLeaks(const std::function<model::TrainingBatch(int step)>& batchOf, int batches);

} // namespace core::training
