// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace ui::theme {

/// An icon of resources/icons by name, e.g. "open"; an empty icon when there is none.
[[nodiscard]] QIcon icon(const QString& name);

} // namespace ui::theme
