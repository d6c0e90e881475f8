// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/split_line.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui::viewer {

namespace {

constexpr double kReach = 10; ///< of the pointer beside the line, view pixels
constexpr int kHandle = 9;

void paintCaption(QPainter& painter, QPoint corner, const QString& text, Qt::Alignment side) {
    const QFontMetrics metrics = painter.fontMetrics();
    QRect place(corner, QSize(metrics.horizontalAdvance(text) + 12, metrics.height() + 4));
    if (side == Qt::AlignRight)
        place.moveRight(corner.x());
    painter.fillRect(place, QColor(0, 0, 0, 170));
    painter.setPen(Qt::white);
    painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace

void SplitLine::setShare(double share) {
    m_share = std::clamp(share, 0.0, 1.0);
}

int SplitLine::at(const QRect& view) const {
    return view.left() + static_cast<int>(std::lround(m_share * view.width()));
}

QRect SplitLine::covered(const QRect& view) const {
    return m_isVisible ? QRect(QPoint(at(view), view.top()), view.bottomRight()) : view;
}

bool SplitLine::isNear(QPointF place, const QRect& view) const {
    return m_isVisible && std::abs(place.x() - at(view)) <= kReach;
}

void SplitLine::paint(QPainter& painter, const QRect& view) const {
    if (!m_isVisible)
        return;
    const int x = at(view);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawLine(x, view.top(), x, view.bottom());
    painter.setPen(QPen(Qt::white, 1));
    painter.drawLine(x, view.top(), x, view.bottom());
    painter.setPen(QPen(Qt::black, 1.5));
    painter.setBrush(Qt::white);
    painter.drawEllipse(QPoint(x, view.center().y()), kHandle, kHandle);
    paintCaption(painter, {x - 8, view.top() + 8},
                 QCoreApplication::translate("SplitLine", "Original"), Qt::AlignRight);
    paintCaption(painter, {x + 8, view.top() + 8},
                 QCoreApplication::translate("SplitLine", "With findings"), Qt::AlignLeft);
    painter.restore();
}

} // namespace ui::viewer
