// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/examination/verdict.h"

#include <optional>
#include <string_view>

namespace core::clues {

/// What a sentence of a model speaks about, by its words; nothing when no word tells.
[[nodiscard]] std::optional<examination::ClueKind> kindOf(std::string_view sentence);

/// Which of FakeClue's categories a whole answer speaks about; Unknown when no word tells.
[[nodiscard]] examination::Category categoryOf(std::string_view answer);

/// What a sentence says about how fine a place is.
enum class TextureClaim { Smoother, Rougher };

/// Whether a sentence calls its place smoother or rougher than it should be; nothing when it speaks
/// of neither, of both, or negates it.
[[nodiscard]] std::optional<TextureClaim> textureClaimOf(std::string_view sentence);

/// What a sentence speaks for. "Unnatural" and "lacks natural light" speak for a fake, "consistent"
/// and "no signs of editing" for the real thing.
/// @param verdict  of the whole answer: what a sentence without any such word supports
[[nodiscard]] examination::Direction directionOf(std::string_view sentence,
                                                 examination::Verdict verdict);

} // namespace core::clues
