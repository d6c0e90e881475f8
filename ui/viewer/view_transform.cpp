// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/view_transform.h"

#include <algorithm>
#include <cmath>

namespace ui::viewer {

QPointF ViewTransform::turned(QPointF picture) const {
    if (m_orientation.isMirrored)
        picture.setX(m_picture.width() - picture.x());
    switch (m_orientation.turns) {
    case 1:
        return {m_picture.height() - picture.y(), picture.x()};
    case 2:
        return {m_picture.width() - picture.x(), m_picture.height() - picture.y()};
    case 3:
        return {picture.y(), m_picture.width() - picture.x()};
    default:
        return picture;
    }
}

QPointF ViewTransform::toPicture(QPointF view) const {
    const QPointF place = (view - m_offset) / m_zoom;
    QPointF picture = place;
    switch (m_orientation.turns) {
    case 1:
        picture = {place.y(), m_picture.height() - place.x()};
        break;
    case 2:
        picture = {m_picture.width() - place.x(), m_picture.height() - place.y()};
        break;
    case 3:
        picture = {m_picture.width() - place.y(), place.x()};
        break;
    default:
        break;
    }
    if (m_orientation.isMirrored)
        picture.setX(m_picture.width() - picture.x());
    return picture;
}

QSizeF ViewTransform::turnedSize() const {
    return m_orientation.turns % 2 == 0 ? m_picture : m_picture.transposed();
}

QTransform ViewTransform::matrix() const {
    const QPointF origin = toView(QPointF(0, 0));
    const QPointF right = toView(QPointF(1, 0)) - origin;
    const QPointF down = toView(QPointF(0, 1)) - origin;
    return {right.x(), right.y(), down.x(), down.y(), origin.x(), origin.y()};
}

void ViewTransform::setOrientation(Orientation orientation) {
    const QPointF middle = toPicture(QPointF(m_view.width() / 2, m_view.height() / 2));
    m_orientation = orientation;
    centerOn(middle);
}

double ViewTransform::fitZoom() const {
    const QSizeF size = turnedSize();
    return std::min(
        {m_view.width() / size.width(), m_view.height() / size.height(), kLargestZoom / m_ratio});
}

void ViewTransform::fit() {
    m_zoom = fitZoom();
    keepInside();
}

void ViewTransform::fill() {
    const QSizeF size = turnedSize();
    m_zoom = std::min(std::max(m_view.width() / size.width(), m_view.height() / size.height()),
                      kLargestZoom / m_ratio);
    centerOn({m_picture.width() / 2, m_picture.height() / 2});
}

void ViewTransform::setMagnification(double magnification, QPointF anchor) {
    const QPointF place = toPicture(anchor);
    const double smallest = std::min(fitZoom(), 1 / m_ratio);
    m_zoom = std::clamp(magnification / m_ratio, smallest, kLargestZoom / m_ratio);
    m_offset = anchor - turned(place) * m_zoom;
    keepInside();
}

void ViewTransform::pan(QPointF by) {
    m_offset += by;
    keepInside();
}

void ViewTransform::moveTo(QPointF offset) {
    m_offset = offset;
    keepInside();
}

void ViewTransform::centerOn(QPointF picture) {
    m_offset = QPointF(m_view.width() / 2, m_view.height() / 2) - turned(picture) * m_zoom;
    keepInside();
}

void ViewTransform::keepInside() {
    const auto placed = [](double offset, double picture, double view) {
        // Smaller than the view: centered. Larger: no empty ground at either side.
        return picture <= view ? (view - picture) / 2 : std::clamp(offset, view - picture, 0.0);
    };
    const QSizeF size = turnedSize() * m_zoom;
    m_offset = {placed(m_offset.x(), size.width(), m_view.width()),
                placed(m_offset.y(), size.height(), m_view.height())};
    snapToPixels();
}

void ViewTransform::snapToPixels() {
    // At 100 %, 200 %, ... a picture pixel covers whole pixels of the screen and must not be
    // smeared over two of them.
    const double times = std::round(magnification());
    if (times < 1 || std::abs(magnification() - times) > 1e-6)
        return;
    m_offset = {std::round(m_offset.x() * m_ratio) / m_ratio,
                std::round(m_offset.y() * m_ratio) / m_ratio};
}

} // namespace ui::viewer
