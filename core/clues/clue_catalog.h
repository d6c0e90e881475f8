// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace core::clues {

/// One sentence of the catalog. Gaps are written {name} or {name:1} (digits after the point); they
/// are filled from a clue's numbers, and {@name} from its quotes.
struct ClueTemplate {
    std::string_view id;  ///< e.g. "noise_residual.quieter_region"
    const char* sentence; ///< English, marked for translation in the context "ClueCatalog"
};

[[nodiscard]] std::span<const ClueTemplate> clueCatalog();

/// The English sentence; null for an unknown id.
[[nodiscard]] const char* clueSentence(std::string_view id);

/// Fills the gaps of a sentence, English or translated. A gap without a value is printed as "?".
/// @param decimalPoint  '.' or ',' as the reader's language has it
[[nodiscard]] std::string filled(std::string_view sentence,
                                 const std::map<std::string, double>& numbers,
                                 const std::map<std::string, std::string>& quotes,
                                 char decimalPoint = '.');

} // namespace core::clues
