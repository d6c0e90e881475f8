// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/clue.h"
#include "core/report/headline.h"

#include <QColor>
#include <QPalette>

namespace ui::theme {

/// A result's color for text and marks, at least 4.5:1 against the palette's window and base.
/// Orange and blue, which color-blind readers tell apart.
[[nodiscard]] QColor toneColor(core::report::Tone tone, const QPalette& palette);

/// The same for what a clue speaks for.
[[nodiscard]] QColor directionColor(core::examination::Direction direction,
                                    const QPalette& palette);

/// Whether the palette has light text on dark ground.
[[nodiscard]] bool isDark(const QPalette& palette);

/// Contrast of two opaque colors after WCAG 2, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace ui::theme
