// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/ground.h"

#include <QColor>
#include <QPixmap>

namespace ui::viewer {

namespace {

QBrush checkered() {
    constexpr int kSquare = 12;
    QPixmap tile(2 * kSquare, 2 * kSquare);
    tile.fill(QColor(102, 102, 102));
    QPainter painter(&tile);
    for (const QPoint corner : {QPoint(0, 0), QPoint(kSquare, kSquare)})
        painter.fillRect(QRect(corner, QSize(kSquare, kSquare)), QColor(153, 153, 153));
    painter.end();
    return tile;
}

} // namespace

Ground groundFrom(int number) {
    return number >= 0 && number < kGrounds ? static_cast<Ground>(number) : Ground::Neutral;
}

void paintGround(QPainter& painter, const QRect& area, Ground ground) {
    switch (ground) {
    case Ground::Neutral:
        painter.fillRect(area, QColor(96, 96, 96));
        break;
    case Ground::Dark:
        painter.fillRect(area, QColor(24, 24, 24));
        break;
    case Ground::Light:
        painter.fillRect(area, QColor(224, 224, 224));
        break;
    case Ground::Checker:
        painter.fillRect(area, checkered());
        break;
    }
}

} // namespace ui::viewer
