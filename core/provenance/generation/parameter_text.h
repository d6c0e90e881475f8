// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/origin_record.h"

#include <optional>
#include <string_view>

namespace core::provenance {

/// Reads the text that Stable Diffusion WebUI and its relatives keep: the prompt, a line
/// "Negative prompt: ...", and a line "Steps: 20, Sampler: Euler a, ...". Nothing for other texts.
[[nodiscard]] std::optional<examination::GenerationRecord> readParameterText(std::string_view text);

} // namespace core::provenance
