// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace core::evaluation {

/// What a model said about one picture, and the truth where it is known.
struct StoredAnswer {
    std::string text; ///< as stored; it may begin with the question
    std::optional<bool> isFake;
    std::string category;  ///< as the list writes it; may be empty
    std::string reference; ///< may be empty
};

/// Reads answers that some program stored: an array of JSON objects, JSON Lines, or CSV with a
/// header. The text is `prediction_text`, `output`, `caption` or `answer`; `label` (1 real, 0 fake)
/// and `cate` are used when they are there. What a row lacks comes from FakeClue's JSON: the row's
/// `image_path`, `image` or `id` is the name of its picture, or ends in it; `id` or `idx` may be
/// its place in the list instead.
/// @param data  FakeClue's JSON; empty for none
/// @errors FileNotFound; LimitExceeded above 1 GiB; InvalidJson; InvalidArgument (no answer in a
///         row, no truth for any row)
[[nodiscard]] Result<std::vector<StoredAnswer>>
readStoredAnswers(const std::filesystem::path& file, const std::filesystem::path& data);

} // namespace core::evaluation
