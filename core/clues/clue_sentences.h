// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clues/clue_catalog.h"

#include <span>

/// Marks an English sentence for Qt's lupdate (context "ClueCatalog"), which knows this macro by
/// name; core::clues itself needs no Qt.
#define QT_TRANSLATE_NOOP(context, sentence) sentence

namespace core::clues {

// The catalog in parts, one file for each kind of evidence.
[[nodiscard]] std::span<const ClueTemplate> compressionSentences();
[[nodiscard]] std::span<const ClueTemplate> pixelSentences();
[[nodiscard]] std::span<const ClueTemplate> fileSentences();
[[nodiscard]] std::span<const ClueTemplate> formSentences();
[[nodiscard]] std::span<const ClueTemplate> verdictSentences();
[[nodiscard]] std::span<const ClueTemplate> supportSentences();

} // namespace core::clues
