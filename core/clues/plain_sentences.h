// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clues/clue_catalog.h"
#include "core/examination/clue.h"

#include <span>
#include <string_view>

namespace core::clues {

/// For each sentence of the catalog about a picture a short one that needs no knowledge of the
/// method: what was seen, without numbers, usual ranges and what else does it, all of which the
/// long one says. Marked for translation in the context "PlainClues".
[[nodiscard]] std::span<const ClueTemplate> plainSentences();

/// Null when there is none: the long sentence is plain enough.
[[nodiscard]] const char* plainSentence(std::string_view id);

/// What a person can do to learn more where such a clue was found; null where nothing helps.
/// English, marked in the context "PlainClues".
[[nodiscard]] const char* adviceFor(const examination::Clue& clue);

} // namespace core::clues
