// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

constexpr std::array kSentences = {
    ClueTemplate{"reason.not_jpeg", QT_TRANSLATE_NOOP("ClueCatalog", "The file is not a JPEG.")},
};

} // namespace

std::span<const ClueTemplate> compressionSentences() {
    return kSentences;
}

} // namespace core::clues
