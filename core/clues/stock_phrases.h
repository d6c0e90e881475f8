// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core::clues {

/// Whether a sentence is one that FakeVLM says of most pictures of a category, whatever they show:
/// a list of the words that such sentences have in common.
/// @source our reading of excerpts of 5,000 answers that others published; see docs/engines.md
[[nodiscard]] bool isStockPhrase(std::string_view sentence);

} // namespace core::clues
