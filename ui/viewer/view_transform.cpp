// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/view_transform.h"

#include <algorithm>
#include <cmath>

namespace ui::viewer {

double ViewTransform::fitZoom() const {
    return std::min({m_view.width() / m_picture.width(), m_view.height() / m_picture.height(),
                     kLargestZoom / m_ratio});
}

void ViewTransform::fit() {
    m_zoom = fitZoom();
    keepInside();
}

void ViewTransform::fill() {
    m_zoom =
        std::min(std::max(m_view.width() / m_picture.width(), m_view.height() / m_picture.height()),
                 kLargestZoom / m_ratio);
    centerOn({m_picture.width() / 2, m_picture.height() / 2});
}

void ViewTransform::setMagnification(double magnification, QPointF anchor) {
    const QPointF place = toPicture(anchor);
    const double smallest = std::min(fitZoom(), 1 / m_ratio);
    m_zoom = std::clamp(magnification / m_ratio, smallest, kLargestZoom / m_ratio);
    m_offset = anchor - place * m_zoom;
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
    m_offset = QPointF(m_view.width() / 2, m_view.height() / 2) - picture * m_zoom;
    keepInside();
}

void ViewTransform::keepInside() {
    const auto placed = [](double offset, double picture, double view) {
        // Smaller than the view: centered. Larger: no empty ground at either side.
        return picture <= view ? (view - picture) / 2 : std::clamp(offset, view - picture, 0.0);
    };
    m_offset = {placed(m_offset.x(), m_picture.width() * m_zoom, m_view.width()),
                placed(m_offset.y(), m_picture.height() * m_zoom, m_view.height())};
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
