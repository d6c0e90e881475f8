// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/examination/examination.h"
#include "core/grounding/model_input.h"
#include "core/model/grounding/answer_scorer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>

namespace core::inference {

struct RegionCheckOptions {
    int controls = 19; ///< fewer where each costs tens of seconds
    std::uint64_t seed = 1;
    ProgressCallback progress; ///< stage "check"
};

/// Removes the regions of clues and writes into the clues what became of sentence and verdict; see
/// grounding::judged. Clues without regions, or that are no sentence of the answer, stay as they
/// are.
/// @param clues   indices into the examination's clues
/// @param scorer  of the examination's answer about its picture
/// @errors those of AnswerScorer::score; the examination is then partly checked
[[nodiscard]] Result<void> checkRegions(examination::Examination& examination,
                                        std::span<const std::size_t> clues,
                                        model::AnswerScorer& scorer,
                                        const grounding::ModelInput& input,
                                        const RegionCheckOptions& options, std::stop_token stop);

} // namespace core::inference
