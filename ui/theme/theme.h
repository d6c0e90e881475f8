// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QPalette>

class QApplication;

namespace ui::theme {

/// Gives the whole program light or dark colors; System follows the desktop's palette.
void apply(QApplication& application, core::settings::Theme theme);

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

} // namespace ui::theme
