// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

constexpr std::array kSentences = {
    ClueTemplate{"reason.too_small",
                 QT_TRANSLATE_NOOP("ClueCatalog", "The picture is too small for this method.")},
};

} // namespace

std::span<const ClueTemplate> pixelSentences() {
    return kSentences;
}

} // namespace core::clues
