// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

constexpr std::array kSentences = {
    ClueTemplate{"verdict.too_small",
                 QT_TRANSLATE_NOOP("ClueCatalog", "The picture is smaller than anything the calibration covers.")},
};

} // namespace

std::span<const ClueTemplate> verdictSentences() { return kSentences; }

} // namespace core::clues
