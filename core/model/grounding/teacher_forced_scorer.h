// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/grounding/answer_scorer.h"
#include "core/model/llava/loaded_checkpoint.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::model {

/// The tokens of a text and where each stands in it.
struct PlacedTokens {
    std::vector<std::int64_t> ids;
    std::vector<TextRange> ranges;
};

/// The tokens by which an answer follows a prompt.
/// @errors InvalidArgument when decoding them does not give the answer again
[[nodiscard]] Result<PlacedTokens> tokensOfAnswer(const Tokenizer& tokenizer,
                                                  std::string_view prompt, std::string_view answer);

/// @param checkpoint  outlives the scorer
/// @param picture     prepared for the model
/// @param prompt      as text, before the image token is repeated
/// @errors InvalidArgument, Internal
[[nodiscard]] Result<std::unique_ptr<AnswerScorer>>
makeTeacherForcedScorer(const LoadedCheckpoint& checkpoint, PreparedPicture picture,
                        const std::string& prompt, std::string_view answer);

} // namespace core::model
