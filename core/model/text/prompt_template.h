// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/text/prompt_form.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// Stands for the picture in a prompt.
inline constexpr std::string_view kImagePlaceholder = "<image>";

/// The whole prompt for a question about a picture. Placeholders in a question are dropped and the
/// picture is put first; a whole prompt (PromptForm::Own) is kept and gets the picture when it has
/// none.
/// @errors InvalidArgument when a whole prompt holds several pictures
/// @source chat template of llava-1.5-7b-hf; FakeVLM's published evaluation
[[nodiscard]] Result<std::string> promptFor(std::string_view question, PromptForm form);

/// What follows the model's last answer when the user asks on: the form of the first prompt.
[[nodiscard]] std::string followUpFor(std::string_view question, std::string_view firstPrompt);

/// Repeats the picture's token once per image token.
/// @errors Internal when there is not exactly one
[[nodiscard]] Result<std::vector<std::int64_t>>
withImageTokens(const std::vector<std::int64_t>& ids, std::int64_t imageTokenId,
                std::int64_t count);

} // namespace core::model
