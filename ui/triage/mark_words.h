// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <string>

namespace ui::triage {

/// A gesture's name in the user's language, for "Undo: …"; an unknown one as it is.
[[nodiscard]] QString gestureWord(const std::string& name);

/// Names of the color labels, 1 to 4 (keys 6 to 9), and how they look.
[[nodiscard]] QString colorWord(int color);
[[nodiscard]] QColor labelColor(int color);

} // namespace ui::triage
