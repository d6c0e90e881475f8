// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core::evaluation {

/// F-measure of the longest common subsequence of words: text is put into lower case, everything
/// but a-z and 0-9 parts words, no stemming; precision and recall weigh alike. 0 when either text
/// has no word.
/// @source Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004; as Google's
///         rouge-score package reads it
[[nodiscard]] double rougeL(std::string_view candidate, std::string_view reference);

} // namespace core::evaluation
