// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_place.h"

#include <QScreen>
#include <QStyle>

#include <algorithm>

namespace ui::main_window {

void restorePlace(QWidget& window, const QByteArray& geometry, QSize usual) {
    const bool hasPlace = window.restoreGeometry(geometry);
    if (!hasPlace)
        window.resize(usual);
    // The frame is not known before the window is shown; its title must not push the bottom out.
    const QRect room = window.screen()->availableGeometry().adjusted(
        0, window.style()->pixelMetric(QStyle::PM_TitleBarHeight), 0, 0);
    const QSize size = window.size().boundedTo(room.size());
    // Without a place of its own the window system finds the best one.
    if (!hasPlace) {
        window.resize(size);
        return;
    }
    // Not move(), which speaks of the frame: the window would sink by a title at each start.
    const QPoint place = window.geometry().topLeft();
    window.setGeometry({{std::clamp(place.x(), room.left(), room.right() + 1 - size.width()),
                         std::clamp(place.y(), room.top(), room.bottom() + 1 - size.height())},
                        size});
}

} // namespace ui::main_window
