// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace ui::main_window {

/// The local files and folders of a drop or of the clipboard; empty when there are none.
[[nodiscard]] QStringList localPathsIn(const QMimeData* data);

/// Whether nothing but addresses of web pages or pictures came along.
[[nodiscard]] bool holdsOnlyAddress(const QMimeData* data);

} // namespace ui::main_window
