// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/grounding/attention_record.h"

#include <span>
#include <vector>

namespace core::model {

/// Image tokens whose features from the vision tower have an outlying norm: above median + 6 MAD.
/// @source Darcet et al., "Vision Transformers Need Registers", ICLR 2024
[[nodiscard]] std::vector<char> outlyingNorms(std::span<const float> norms);

/// Image tokens with a massive activation in the language model.
/// @param largest  by image token: the largest |x| / RMS(x) over the model's sink dimensions
/// @param width    of the hidden state; the limit of 20 was found at 4096
/// @source Sun et al., "Massive Activations in Large Language Models", 2024; Kang et al., "See What
///         You Are Told: Visual Attention Sink in Large Multimodal Models", ICLR 2025
[[nodiscard]] std::vector<char> massiveTokens(std::span<const float> largest, int width);

/// Fills sinks in with the median of their neighbors that are none, widening the neighborhood
/// until there are some. Zeros would leave holes that look like findings.
void fillSinks(std::span<float> map, int columns, int rows, const std::vector<char>& sinks);

} // namespace core::model
