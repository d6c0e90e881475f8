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
    if (!picture.isNull())
        m_small = QPixmap::fromImage(picture.images.back().scaled(
            picture.size.scaled(kMost, Qt::KeepAspectRatio).expandedTo({8, 8}) *
                devicePixelRatioF(),
            Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    fitInside();
}

void Navigator::fitInside() {
    if (!m_small.isNull()) {
        QSize size = m_picture.toSize();
        if (m_whole.orientation().turns % 2 == 1)
            size.transpose();
        resize(size.scaled(kMost, Qt::KeepAspectRatio).expandedTo({8, 8}));
        m_whole.setPictureSize(m_picture);
        m_whole.setViewSize(this->size());
        m_whole.fit();
    }
    settle();
    update();
}

void Navigator::setTransform(const ViewTransform& transform, QSizeF view) {
    m_seen = transform.toPicture(QRectF(QPointF(), view)).intersected(QRectF(QPointF(), m_picture));
    if (transform.orientation() != m_whole.orientation()) {
        m_whole.setOrientation(transform.orientation());
        fitInside();
    }
    update();
}

void Navigator::settle() {
    const QSize view = parentWidget()->size();
    move(view.width() - width() - kMargin, view.height() - height() - kMargin);
}

void Navigator::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.save();
    painter.setTransform(m_whole.matrix());
    painter.drawPixmap(QRectF(QPointF(), m_picture), m_small, QRectF(m_small.rect()));
    painter.restore();
    const QRectF seen = m_whole.toView(m_seen);
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
    Q_EMIT centerRequested(m_whole.toPicture(place));
}

void Navigator::mousePressEvent(QMouseEvent* event) {
    ask(event->position());
}

void Navigator::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        ask(event->position());
}

} // namespace ui::viewer
