// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>

namespace ui::main_window {

/// The letter that Alt leads to an entry by, small; null when it has none.
[[nodiscard]] QChar menuLetter(const QString& text);

/// Where a letter leads to two entries of a menu, the later one gets another letter of its text,
/// or none when all are taken. Submenus likewise. A translator cannot see which entries meet in a
/// menu, and a long menu has more of them than there are letters.
void makeLettersUnique(const QList<QAction*>& entries);

} // namespace ui::main_window
