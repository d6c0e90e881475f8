// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/result.h"
#include "core/model/vision_language_model.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace app {

/// What `model trace` adds about places.
struct GroundingTrace {
    std::vector<std::string> methods; ///< "attention", "mean_attention", "rollout", "logit_lens"
    bool hasCurves = false;
    std::string question;
    int maxNewTokens = 256;
    std::optional<core::model::PromptForm> form = {};
};

/// The names of the methods.
[[nodiscard]] const std::vector<std::string>& groundingMethodNames();

/// Writes DIRECTORY/grounding.json: for each method and sentence its boxes in pixels of the
/// picture, the map over the image tokens and the numbers behind it; with curves, what removing 0
/// to 100 % of the image tokens does to verdict and sentence, from the most to the least looked at
/// (deletion), from the least on (insertion, read backwards) and in a seeded random order.
/// @errors those of VisionLanguageModel; WriteFailed
[[nodiscard]] core::Result<void> writeGroundingTrace(core::model::VisionLanguageModel& model,
                                                     const core::PixelView& picture,
                                                     const GroundingTrace& wanted,
                                                     const std::filesystem::path& directory,
                                                     std::stop_token stop);

} // namespace app
