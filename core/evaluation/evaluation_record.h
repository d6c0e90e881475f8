// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/condition.h"
#include "core/evaluation/evaluation_list.h"
#include "core/evaluation/localization_scores.h"
#include "core/examination/verdict.h"
#include "core/inference/engine.h"

#include <optional>
#include <stop_token>
#include <string>

namespace core::evaluation {

/// What an engine said about one picture under one condition, beside the truth.
struct EvaluationRecord {
    std::string name; ///< the picture, as its list writes it
    std::string condition;
    std::string sha256; ///< of the original file
    std::string source;
    std::string generator;
    std::string look;
    bool isFake = false;
    double pFake = 0.5;
    examination::Verdict verdict = examination::Verdict::Inconclusive;
    bool isRefused = false; ///< inconclusive because of the picture's conditions
    std::string answer;     ///< a model's words; empty for engines without any
    std::string reference;
    std::optional<LocalizationScore> place;  ///< of the map, for pictures with a mask
    std::optional<LocalizationScore> marked; ///< of the areas that clues toward fake mark; likewise
    double milliseconds = 0;

    std::string error; ///< why there is no answer; the fields above `isFake` count only when empty
};

/// Measures one picture. A picture that cannot be read or examined comes back with `error`.
/// @errors Cancelled
[[nodiscard]] Result<EvaluationRecord> evaluated(const EvaluationItem& item, Condition condition,
                                                 inference::Engine& engine, std::stop_token stop);

/// One line of JSON without a line break.
[[nodiscard]] std::string toJsonLine(const EvaluationRecord& record);

/// @errors InvalidJson
[[nodiscard]] Result<EvaluationRecord> recordFromJson(const std::string& line);

} // namespace core::evaluation
