// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/origin_record.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace core::provenance {

/// Walks the graph that ComfyUI executed (the text "prompt"): from the node that saves the picture
/// back to the sampler, and from there to model, prompts, LoRAs and given pictures. Nothing for
/// JSON that is no such graph.
[[nodiscard]] std::optional<examination::GenerationRecord>
readNodeGraph(const nlohmann::json& graph);

/// The editor's picture of the graph (the text "workflow"): what its nodes hold, without knowing
/// which of them were executed.
[[nodiscard]] std::optional<examination::GenerationRecord>
readWorkflow(const nlohmann::json& workflow);

} // namespace core::provenance
