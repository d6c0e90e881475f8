// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_place.h"

#include <QScreen>

#include <algorithm>

namespace ui::main_window {

void restorePlace(QWidget& window, const QByteArray& geometry, QSize usual) {
    const bool hasPlace = window.restoreGeometry(geometry);
    if (!hasPlace)
        window.resize(usual);
    const QRect room = window.screen()->availableGeometry();
    const QSize size = window.size().boundedTo(room.size());
    window.resize(size);
    // Without a place of its own the window system finds the best one.
    if (hasPlace)
        window.move(std::clamp(window.x(), room.left(), room.right() + 1 - size.width()),
                    std::clamp(window.y(), room.top(), room.bottom() + 1 - size.height()));
}

} // namespace ui::main_window
