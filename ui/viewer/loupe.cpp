// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/loupe.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ui::viewer {

namespace {

constexpr double kRadius = 120; ///< view pixels

QString enhancementWord(Enhancement enhancement) {
    switch (enhancement) {
    case Enhancement::Contrast:
        return QCoreApplication::translate("Loupe", "contrast");
    case Enhancement::Equalize:
        return QCoreApplication::translate("Loupe", "equalized");
    case Enhancement::None:
        break;
    }
    return {};
}

/// Dark and light, so that it shows on any picture.
void paintFrame(QPainter& painter, QPointF center) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawEllipse(center, kRadius, kRadius);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawEllipse(center, kRadius, kRadius);
}

void paintLabel(QPainter& painter, QPointF center, const QString& text) {
    const QRectF label(center.x() - kRadius, center.y() + kRadius - 26, 2 * kRadius, 18);
    const int width = painter.fontMetrics().horizontalAdvance(text) + 10;
    painter.fillRect(QRectF(label.center().x() - width / 2.0, label.top(), width, label.height()),
                     QColor(0, 0, 0, 170));
    painter.setPen(Qt::white);
    painter.drawText(label, Qt::AlignCenter, text);
}

} // namespace

void Loupe::zoom(double steps) {
    m_magnification =
        std::clamp(m_magnification * std::pow(std::numbers::sqrt2, steps), kSmallest, kLargest);
}

void Loupe::nextEnhancement() {
    m_enhancement = m_enhancement == Enhancement::None       ? Enhancement::Contrast
                    : m_enhancement == Enhancement::Contrast ? Enhancement::Equalize
                                                             : Enhancement::None;
}

void Loupe::paint(QPainter& painter, const PictureLevels& picture,
                  const ViewTransform& transform) const {
    if (!m_isVisible || picture.isNull() || picture.isPreview)
        return;
    const QPointF place = transform.toPicture(m_place);
    const double zoom = m_magnification / transform.devicePixelRatio(); // view pixels per pixel
    const double reach = kRadius / zoom;
    const QRect part = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
                           .toAlignedRect()
                           .intersected(QRect(QPoint(), picture.size));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath circle;
    circle.addEllipse(m_place, kRadius, kRadius);
    painter.setClipPath(circle);
    painter.fillPath(circle, QColor(96, 96, 96));
    if (!part.isEmpty()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        // Turned as the view turns the picture, about the place under the pointer.
        const QTransform all = transform.matrix();
        const double shrink = 1 / transform.zoom();
        painter.save();
        painter.translate(m_place);
        painter.setTransform(QTransform(all.m11() * shrink, all.m12() * shrink, all.m21() * shrink,
                                        all.m22() * shrink, 0, 0),
                             /*combine=*/true);
        const QRectF target((QPointF(part.topLeft()) - place) * zoom, QSizeF(part.size()) * zoom);
        painter.drawImage(target, enhanced(picture.images.front().copy(part), m_enhancement));
        painter.restore();
    }
    painter.setClipping(false);
    paintFrame(painter, m_place);
    paintLabel(painter, m_place,
               QStringLiteral("%1× %2")
                   .arg(m_magnification, 0, 'g', 3)
                   .arg(enhancementWord(m_enhancement))
                   .trimmed());
    painter.restore();
}

} // namespace ui::viewer
