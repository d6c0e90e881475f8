// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/review_marks.h"

#include <QColor>
#include <QString>
#include <QStringList>

namespace ui::triage {

/// A gesture's name in the user's language, for "Undo: …"; an unknown one as it is.
[[nodiscard]] QString gestureWord(const std::string& name);

/// The steps of the verbal scale, from "not stated" to the strongest.
[[nodiscard]] QStringList supportWords();

/// What the examiner says about the origin: "photograph", "fake", "inconclusive".
[[nodiscard]] QString verdictWord(core::examination::Verdict verdict);

/// The conclusion as a sentence, with the support and the reasons where stated.
[[nodiscard]] QString conclusionSentence(const core::cases::Conclusion& conclusion);

/// Names of the color labels, 1 to 4 (keys 6 to 9), and how they look.
[[nodiscard]] QString colorWord(int color);
[[nodiscard]] QColor labelColor(int color);

} // namespace ui::triage
