// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"
#include "core/grounding/model_input.h"
#include "core/model/grounding/attention_record.h"
#include "core/model/vision/input_geometry.h"

#include <optional>
#include <string_view>
#include <vector>

namespace core::inference {

/// The share of a sentence's attention that must be its own before it is tied to a place.
inline constexpr double kLeastSpecific = 0.1;
/// A map whose strongest tokens were sinks more often than this is tied to nothing.
inline constexpr double kMostSinkShare = 0.5;

/// How the upright picture became the model's input.
[[nodiscard]] grounding::ModelInput modelInputOf(const model::InputGeometry& geometry, int width,
                                                 int height);

/// Where each clue's sentence stands in the answer; an empty range for clues that are no sentence
/// of it.
[[nodiscard]] std::vector<model::TextRange> rangesOf(const std::vector<examination::Clue>& clues,
                                                     std::string_view answer);

/// Ties the clues that are sentences of the answer to regions and maps.
/// @param method  as it goes into the record
void groundClues(examination::Examination& examination, const model::AttentionRecord& attention,
                 const grounding::ModelInput& input, const std::string& method);

} // namespace core::inference
