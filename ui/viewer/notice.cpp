// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/notice.h"

#include <algorithm>

namespace ui::viewer {

void paintNotice(QPainter& painter, const QRect& area, const QString& text, NoticePlace place) {
    constexpr int kMargin = 12;
    constexpr int kWidest = 520;
    constexpr int kFlags = Qt::AlignHCenter | Qt::TextWordWrap;
    const int width = std::min(kWidest, area.width() - 4 * kMargin);
    if (text.isEmpty() || width <= 0)
        return;
    painter.save();
    QRect words =
        painter.fontMetrics().boundingRect(QRect(0, 0, width, area.height()), kFlags, text);
    words.moveCenter(area.center());
    if (place == NoticePlace::Top)
        words.moveTop(area.top() + 2 * kMargin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 20, 22));
    painter.drawRoundedRect(words.adjusted(-kMargin, -kMargin, kMargin, kMargin), 6, 6);
    painter.setPen(Qt::white);
    painter.drawText(words, kFlags, text);
    painter.restore();
}

} // namespace ui::viewer
