// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/forensics/analyzer.h"
#include "core/inference/embedded/analyzer_run.h"
#include "core/inference/embedded/network_evidence.h"
#include "core/inference/embedded/residual_evidence.h"
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
    ResidualEvidence residual;
    std::string noMapReasonId; ///< why no foreign parts were looked for; empty when they were
    std::map<std::string, double> timingMs; ///< by analyzer name, "residual", "whole" and "learned"
};

/// Adds one analyzer's features and the strength of its strongest local finding toward fake
/// ("local.NAME") to the fusion's inputs. A feature at or below its own limit is 0 there: what a
/// clue may not claim does not count in the probability either.
void addFusionInputs(const forensics::Evidence& evidence, std::map<std::string, double>& inputs);

/// What was fitted to pictures, of the embedded engine.
struct LearnedModels {
    const ResidualMachines& residual;
    const NetworkJudge& whole;
    const model::TileClassifier& tiles;
};

/// Runs every analyzer, the residual statistics, the network of the whole picture and the tiles of
/// the map.
/// @errors LimitExceeded, Cancelled, Internal
[[nodiscard]] Result<EvidenceSet>
gatherEvidence(const forensics::Subject& subject, const Analyzers& analyzers,
               const LearnedModels& models, const ProgressCallback& progress, std::stop_token stop);

} // namespace core::inference
