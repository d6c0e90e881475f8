// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pixel_grid.h"

namespace ui::viewer {

namespace {

constexpr double kGridFrom = 8;
constexpr double kValuesFrom = 28;
constexpr int kMiddleGray = 128;

void paintLines(QPainter& painter, const ViewTransform& transform, const QRect& pixels) {
    const double device = 1 / transform.devicePixelRatio();
    for (const auto& [color, shift] :
         {std::pair{QColor(0, 0, 0, 110), 0.0}, {QColor(255, 255, 255, 110), device}}) {
        painter.setPen(QPen(color, 0));
        const QPointF by(shift, shift);
        const int right = pixels.right() + 1;
        const int bottom = pixels.bottom() + 1;
        for (int x = pixels.left(); x <= right; ++x)
            painter.drawLine(transform.toView(QPointF(x, pixels.top())) + by,
                             transform.toView(QPointF(x, bottom)) + by);
        for (int y = pixels.top(); y <= bottom; ++y)
            painter.drawLine(transform.toView(QPointF(pixels.left(), y)) + by,
                             transform.toView(QPointF(right, y)) + by);
    }
}

void paintValues(QPainter& painter, const PictureLevels& picture, const ViewTransform& transform,
                 const QRect& pixels) {
    const QImage& values = picture.stored.isNull() ? picture.images.front() : picture.stored;
    QFont font = painter.font();
    font.setPixelSize(std::max(1, static_cast<int>(transform.zoom() / 3.6)));
    painter.setFont(font);
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            const QColor color = values.pixelColor(x, y);
            const QRgb shown = picture.images.front().pixel(x, y);
            painter.setPen(qGray(shown) < kMiddleGray ? Qt::white : Qt::black);
            painter.drawText(
                transform.toView(QRectF(x, y, 1, 1)), Qt::AlignCenter,
                QStringLiteral("%1\n%2\n%3").arg(color.red()).arg(color.green()).arg(color.blue()));
        }
}

} // namespace

void paintPixelGrid(QPainter& painter, const PictureLevels& picture, const ViewTransform& transform,
                    const QRectF& view) {
    if (picture.isNull() || picture.isPreview || transform.magnification() < kGridFrom)
        return;
    const QRect pixels =
        transform.toPicture(view).toAlignedRect().intersected(QRect(QPoint(), picture.size));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintLines(painter, transform, pixels);
    if (transform.magnification() >= kValuesFrom)
        paintValues(painter, picture, transform, pixels);
    painter.restore();
}

} // namespace ui::viewer
