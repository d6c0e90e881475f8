// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/forensics/analyzer.h"
#include "core/inference/embedded/analyzer_run.h"
#include "core/model/detector/tile_classifier.h"

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace core::inference {

/// Everything that was measured on one picture.
struct EvidenceSet {
    std::vector<forensics::Evidence> analyzers; ///< in catalog order
    model::TileScores tiles;
    std::map<std::string, double> features; ///< the fusion's inputs, by name
    std::map<std::string, double> timingMs; ///< by analyzer name, and "learned"
};

/// Adds one analyzer's features and the strength of its strongest local finding toward fake
/// ("local.NAME") to the fusion's inputs.
void addFusionInputs(const forensics::Evidence& evidence, std::map<std::string, double>& inputs);

/// Adds "tiles.mean", "tiles.low" and "tiles.high" (10th and 90th percentile) of the tile scores,
/// "half.mean", "half.low" and "half.high" of those at half the scale, and "foreign.high" (97th
/// percentile of the cells).
void addTileInputs(const model::TileScores& scores, std::map<std::string, double>& inputs);

/// Runs every analyzer and the learned detector.
/// @errors LimitExceeded, Cancelled, Internal
[[nodiscard]] Result<EvidenceSet> gatherEvidence(const forensics::Subject& subject,
                                                 const Analyzers& analyzers,
                                                 const model::TileClassifier& classifier,
                                                 const ProgressCallback& progress,
                                                 std::stop_token stop);

} // namespace core::inference
