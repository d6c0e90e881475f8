// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QString>

namespace ui::viewer {

/// "Clue 2: its sentence (its place in words)". @param clue  counted from 0
[[nodiscard]] QString spokenClue(const core::examination::Examination& examination, int clue);

/// Lets screen readers meet an ImageView as a graphic whose children are the regions of the clues.
/// Once is enough; more calls do nothing.
void installPictureAccessible();

} // namespace ui::viewer
