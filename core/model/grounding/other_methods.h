// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/grounding/attention_record.h"
#include "core/model/llava/llava.h"
#include "core/model/text/tokenizer.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <span>
#include <stop_token>

namespace core::model {

/// A picture and the text read and written about it.
struct GroundedText {
    const Llava& model;
    const Tokenizer& tokenizer;
    const at::Tensor& picture;            ///< [imageTokens, text width]
    std::span<const std::int64_t> whole;  ///< prompt and answer, the image token repeated
    std::span<const std::int64_t> answer; ///< its tokens; `whole` has them without the end token
    std::int64_t promptTokens = 0;
};

/// Attention rollout: the product over all layers of (A + I) / 2, A the mean over the heads. Reads
/// the text again one row at a time, because a pass shows only its last row's attention.
/// @return one head
/// @errors Cancelled
/// @source Abnar and Zuidema, "Quantifying Attention Flow in Transformers", ACL 2020
[[nodiscard]] Result<AttentionRecord> rolledOut(const GroundedText& text, std::stop_token stop);

/// Logit lens: how strongly each image token, taken out at 60 to 95 % of the depth and put through
/// the output layer, says the answer's words.
/// @return one head; for each word its positive z-scores over the image tokens
/// @errors Cancelled
/// @source Neo et al., "Towards Interpreting Visual Information Processing in Vision-Language
///         Models", ICLR 2025
[[nodiscard]] Result<AttentionRecord> seenThroughTheHead(const GroundedText& text,
                                                         std::stop_token stop);

} // namespace core::model
