// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>

namespace ui::theme {

QIcon icon(const QString& name) {
    const QString file = ":/icons/" + name + ".svg";
    return QFile::exists(file) ? QIcon(file) : QIcon();
}

} // namespace ui::theme
