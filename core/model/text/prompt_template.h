// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// Stands for the picture in a prompt.
inline constexpr std::string_view kImagePlaceholder = "<image>";

/// The whole prompt for a question about a picture, in LLaVA-1.5's chat form. A question that
/// already holds "USER:" is a prompt and kept; it gets the picture when it has none.
/// @errors InvalidArgument when a given prompt holds several pictures
/// @source chat template of llava-1.5-7b-hf; FakeVLM's published evaluation
[[nodiscard]] Result<std::string> promptFor(std::string_view question);

/// What follows the model's last answer when the user asks on.
[[nodiscard]] std::string followUpFor(std::string_view question);

/// Repeats the picture's token once per image token.
/// @errors Internal when there is not exactly one
[[nodiscard]] Result<std::vector<std::int64_t>>
withImageTokens(const std::vector<std::int64_t>& ids, std::int64_t imageTokenId,
                std::int64_t count);

} // namespace core::model
