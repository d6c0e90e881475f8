// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QString>
#include <QStringList>

namespace core::report {

// What stands beside a model's sentence, in the language of the installed translators.

/// How it is tied to its region: "supported by its region", "region not checked", ... Empty for
/// clues that are no model's sentence.
[[nodiscard]] QString groundingText(const examination::Clue& clue);

/// The numbers behind it, e.g. "without the region the sentence loses 0.41 nats per token".
/// Empty without a check.
[[nodiscard]] QString checkText(const examination::Clue& clue);

/// What was measured in its place and whether that agrees, e.g. "measured here: noise 0.40 times
/// the picture's median; this agrees". Empty when nothing was.
[[nodiscard]] QString measuredText(const examination::Clue& clue);

/// That the answer was cut inside of it; empty when it was not.
[[nodiscard]] QString unfinishedText(const examination::Clue& clue);

/// That it is a stock phrase of its family of models, or how often it is said, e.g. "said of 14 of
/// 16 pictures, whatever they show". Empty for one that was not counted or is no boilerplate.
[[nodiscard]] QString repetitionText(const examination::Clue& clue);

/// All of the above that are not empty.
[[nodiscard]] QStringList clueNotes(const examination::Clue& clue);

/// What the other engine said, in one sentence; empty when there was one engine.
[[nodiscard]] QString secondOpinionText(const examination::Examination& examination);

} // namespace core::report
