// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/model_config.h"
#include "core/model/text/tokenizer.h"
#include "core/model/tuning/model_tuning.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::model {

/// A picture and what is asked and said about it.
struct TuningSample {
    struct Turn {
        std::string question;
        std::string answer;
    };
    std::filesystem::path image;
    std::vector<Turn> turns; ///< not empty
};

/// Reads FakeClue's JSON.
/// @errors FileNotFound, InvalidJson, InvalidArgument (nothing is listed, a name leads out of the
///         folder, an entry has no answer)
[[nodiscard]] Result<std::vector<TuningSample>> readTuningList(const TuningList& list);

/// What is not learned.
inline constexpr std::int64_t kIgnoredLabel = -100;

/// A sample as the model reads it.
struct TuningText {
    std::vector<std::int64_t> ids;    ///< the image token repeated for each image token
    std::vector<std::int64_t> labels; ///< ids of answers and end tokens, else kIgnoredLabel
    bool isShortened = false;

    [[nodiscard]] std::int64_t learned() const; ///< labels that count
};

/// In the chat form, each answer behind a space and closed by the end token.
/// @errors InvalidArgument when nothing of the answers is left within `maxTokens`; Internal
[[nodiscard]] Result<TuningText> tuningText(const TuningSample& sample, const Tokenizer& tokenizer,
                                            const ModelConfig& config, int maxTokens);

} // namespace core::model
