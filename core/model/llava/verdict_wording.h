// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/llava/picture_session.h"
#include "core/model/text/tokenizer.h"
#include "core/model/vision_language_model.h"

#include <ATen/ATen.h>

#include <optional>
#include <stop_token>
#include <string_view>

namespace core::model {

/// Scores both published wordings behind a prompt with both separators (teacher-forced over the
/// full wording).
/// @param prompt   as text, before the image token is repeated
/// @param session  has read the prompt
/// @param logits   behind it
/// @param only     the one separator to score; nothing: both, the likelier one is kept
/// @errors Cancelled
[[nodiscard]] Result<VerdictLikelihood>
scoreWordings(const Tokenizer& tokenizer, std::string_view prompt, PictureSession& session,
              const at::Tensor& logits, std::stop_token stop, std::optional<Separator> only = {});

/// The tokens by which `text` goes on behind `prompt`.
[[nodiscard]] std::vector<std::int64_t>
continuationTokens(const Tokenizer& tokenizer, std::string_view prompt, std::string_view text);

} // namespace core::model
