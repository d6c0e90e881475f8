// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/language/sampler.h"
#include "core/model/llava/picture_session.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace core::model {

/// What goes with each generated token.
struct GenerationObserver {
    /// A token was chosen, end tokens included.
    std::function<void(std::int64_t id)> token;
    /// Attention of the row whose logits chose the token with this number, counted from 0. For
    /// number 0 it comes from PictureSession::read.
    std::function<void(std::int64_t number, std::int64_t layer, const at::Tensor& lastRow)>
        attention;
};

struct GenerationLimits {
    std::vector<std::int64_t> endTokenIds;
    std::int64_t most = 256;
};

struct GeneratedTokens {
    std::vector<std::int64_t> ids; ///< with the end token, when there was one
    bool hasEnd = false;
};

/// Chooses tokens until an end token or until there are as many as the limits allow.
/// @param logits  behind the session's text
/// @errors Cancelled (asked once per token and layer)
[[nodiscard]] Result<GeneratedTokens> generate(PictureSession& session, at::Tensor logits,
                                               const GenerationLimits& limits, Sampler sampler,
                                               const GenerationObserver& observer,
                                               std::stop_token stop);

} // namespace core::model
