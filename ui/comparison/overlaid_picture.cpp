// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparison/overlaid_picture.h"

#include "ui/viewer/view_transform.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::comparison {

namespace {

constexpr double kReach = 12; ///< of the pointer beside the edge, view pixels
constexpr double kKeyStep = 0.01;
constexpr double kHandle = 9; ///< radius, view pixels

/// Large enough for every view: nothing outside of it is painted anyway.
QRectF everything(const QPainter& painter) {
    return painter.viewport();
}

} // namespace

void OverlaidPicture::setPicture(const viewer::PictureLevels& picture) {
    m_picture = picture;
    Q_EMIT changed();
}

void OverlaidPicture::setMode(Mode mode) {
    m_mode = mode;
    Q_EMIT changed();
}

void OverlaidPicture::setShare(double share) {
    share = std::clamp(share, 0.0, 1.0);
    if (share == m_share)
        return;
    m_share = share;
    Q_EMIT shareChanged(share);
    Q_EMIT changed();
}

double OverlaidPicture::edge(const viewer::ViewTransform& transform) const {
    return transform.toView(QPointF(m_share * transform.pictureSize().width(), 0)).x();
}

void OverlaidPicture::paint(QPainter& painter, const viewer::ViewTransform& transform) const {
    if (m_mode == Mode::Off || m_picture.isNull())
        return;
    painter.save();
    const QRectF all = everything(painter);
    if (m_mode == Mode::Blend) {
        painter.setOpacity(m_share);
        paintPicture(painter, m_picture, transform, all);
        painter.restore();
        return;
    }
    const double x = edge(transform);
    QRectF right = all;
    right.setLeft(std::max(all.left(), x));
    painter.setClipRect(right);
    paintPicture(painter, m_picture, transform, right);
    painter.setClipping(false);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle(x, all.center().y());
    for (const auto& [color, width] : {std::pair{QColor(Qt::black), 4}, {QColor(Qt::white), 2}}) {
        painter.setPen(QPen(color, width));
        painter.drawLine(QPointF(x, all.top()), QPointF(x, all.bottom()));
        painter.setBrush(QColor(0, 0, 0, 150));
        painter.drawEllipse(middle, kHandle, kHandle);
    }
    painter.restore();
}

bool OverlaidPicture::press(const QMouseEvent& event, const viewer::ViewTransform& transform) {
    m_isDragging = m_mode == Mode::Split && event.button() == Qt::LeftButton &&
                   std::abs(event.position().x() - edge(transform)) <= kReach;
    return m_isDragging;
}

bool OverlaidPicture::move(const QMouseEvent& event, const viewer::ViewTransform& transform) {
    if (!m_isDragging)
        return false;
    setShare(transform.toPicture(event.position()).x() / transform.pictureSize().width());
    return true;
}

bool OverlaidPicture::release(const QMouseEvent&, const viewer::ViewTransform&) {
    return std::exchange(m_isDragging, false);
}

bool OverlaidPicture::doubleClick(const QMouseEvent&, const viewer::ViewTransform&) {
    return false;
}

bool OverlaidPicture::wantsKey(const QKeyEvent& event) const {
    return m_mode != Mode::Off && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier &&
           (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right);
}

bool OverlaidPicture::key(const QKeyEvent& event) {
    if (!wantsKey(event))
        return false;
    setShare(m_share + (event.key() == Qt::Key_Right ? kKeyStep : -kKeyStep));
    return true;
}

} // namespace ui::comparison
