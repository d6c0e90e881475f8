// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clues/clue_sentences.h"

#include <array>

namespace core::clues {

namespace {

constexpr std::array kSentences = {
    ClueTemplate{
        "file.generator_named",
        QT_TRANSLATE_NOOP("ClueCatalog",
                          "The file names the image generator {@generator} as its origin.")},
};

} // namespace

std::span<const ClueTemplate> fileSentences() {
    return kSentences;
}

} // namespace core::clues
