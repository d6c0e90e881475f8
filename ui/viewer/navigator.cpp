// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/navigator.h"

#include <QMouseEvent>
#include <QPainter>

namespace ui::viewer {

namespace {

constexpr QSize kMost(200, 160);
constexpr int kMargin = 12;

} // namespace

Navigator::Navigator(QWidget* view) : QWidget(view) {
    setObjectName("navigator");
    setAccessibleName(tr("Overview of the whole picture"));
    setToolTip(tr("Drag to move the picture"));
    setCursor(Qt::OpenHandCursor);
    hide();
}

void Navigator::setPicture(const PictureLevels& picture) {
    m_picture = QSizeF(picture.size);
    m_small = {};
    if (!picture.isNull()) {
        resize(picture.size.scaled(kMost, Qt::KeepAspectRatio).expandedTo({8, 8}));
        m_small = QPixmap::fromImage(picture.images.back().scaled(
            size() * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    settle();
    update();
}

void Navigator::setTransform(const ViewTransform& transform, QSizeF view) {
    m_seen = QRectF(transform.toPicture(QPointF(0, 0)),
                    transform.toPicture(QPointF(view.width(), view.height())))
                 .intersected(QRectF(QPointF(), m_picture));
    update();
}

void Navigator::settle() {
    const QSize view = parentWidget()->size();
    move(view.width() - width() - kMargin, view.height() - height() - kMargin);
}

double Navigator::scale() const {
    return m_picture.width() > 0 ? width() / m_picture.width() : 1;
}

void Navigator::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawPixmap(rect(), m_small);
    const QRectF seen(m_seen.topLeft() * scale(), m_seen.size() * scale());
    // What is not seen is darker.
    QRegion hidden(rect());
    hidden -= seen.toAlignedRect();
    painter.setClipRegion(hidden);
    painter.fillRect(rect(), QColor(0, 0, 0, 110));
    painter.setClipping(false);
    for (const auto& [color, inset] : {std::pair{QColor(Qt::black), 0}, {QColor(Qt::white), 1}}) {
        painter.setPen(color);
        painter.drawRect(seen.toAlignedRect().adjusted(inset, inset, -1 - inset, -1 - inset));
        painter.drawRect(rect().adjusted(inset, inset, -1 - inset, -1 - inset));
    }
}

void Navigator::ask(QPointF place) {
    Q_EMIT centerRequested(place / scale());
}

void Navigator::mousePressEvent(QMouseEvent* event) {
    ask(event->position());
}

void Navigator::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        ask(event->position());
}

} // namespace ui::viewer
