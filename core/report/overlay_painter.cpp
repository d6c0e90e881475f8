// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overlay_painter.h"

#include "core/report/color_map.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace core::report {

namespace {

/// Below this a map says "usual" and stays invisible.
constexpr double kVisibleFrom = 0.25;
/// Width of outlines as a share of the picture's longer side.
constexpr double kLineShare = 1.0 / 500;

QImage scaledTo(const QImage& picture, int largestSide) {
    if (largestSide <= 0 || std::max(picture.width(), picture.height()) <= largestSide)
        return picture.convertToFormat(QImage::Format_RGB32);
    return picture.scaled(largestSide, largestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

void hatch(QPainter& painter, const QRectF& area) {
    painter.fillRect(area, QBrush(QColor(0, 0, 0, 110)));
    painter.fillRect(area, QBrush(QColor(255, 255, 255, 140), Qt::BDiagPattern));
}

QRectF scaledBox(const Rect& box, double sx, double sy) {
    return {box.x * sx, box.y * sy, box.width * sx, box.height * sy};
}

} // namespace

QImage heatImage(const HeatMap& map, QSize size) {
    if (map.isEmpty() || size.isEmpty())
        return {};
    QImage cells(map.columns, map.rows, QImage::Format_ARGB32);
    for (int row = 0; row < map.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(cells.scanLine(row));
        for (int column = 0; column < map.columns; ++column) {
            const double value = map.at(column, row);
            const double alpha = std::clamp((value - kVisibleFrom) / (1 - kVisibleFrom), 0.0, 1.0);
            const QRgb color = heatColor(value);
            line[column] = qRgba(qRed(color), qGreen(color), qBlue(color),
                                 static_cast<int>(std::lround(255 * std::sqrt(alpha))));
        }
    }
    return cells.convertToFormat(QImage::Format_ARGB32_Premultiplied)
        .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QPolygonF outlineOf(const Region& region) {
    if (region.polygon.size() < 3)
        return QRectF(region.box.x, region.box.y, region.box.width, region.box.height);
    QPolygonF outline;
    outline.reserve(static_cast<qsizetype>(region.polygon.size()));
    for (const Point& point : region.polygon)
        outline << QPointF(point.x, point.y);
    return outline;
}

void strokeRegion(QPainter& painter, const QPolygonF& outline, int number, double scale) {
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0), 3.2 * scale, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolygon(outline);
    painter.setPen(
        QPen(QColor(255, 255, 255), 1.4 * scale, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolygon(outline);
    if (number > 0) {
        QFont font = painter.font();
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(12 * scale))));
        font.setBold(true);
        painter.setFont(font);
        const QString text = QString::number(number);
        const QPointF corner = outline.boundingRect().topLeft();
        const QRectF label(corner.x(), corner.y(),
                           painter.fontMetrics().horizontalAdvance(text) + 8 * scale, 16 * scale);
        painter.fillRect(label, QColor(0, 0, 0));
        painter.setPen(QColor(255, 255, 255));
        painter.drawText(label, Qt::AlignCenter, text);
    }
    painter.restore();
}

QImage paintOverlay(const QImage& picture, const examination::Examination& examination,
                    const OverlayOptions& options) {
    QImage canvas = scaledTo(picture, options.largestSide);
    if (canvas.isNull())
        return canvas;
    const double sx = canvas.width() / std::max(1.0, static_cast<double>(examination.source.width));
    const double sy =
        canvas.height() / std::max(1.0, static_cast<double>(examination.source.height));
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    if (examination.map && options.heatOpacity > 0) {
        painter.setOpacity(std::clamp(options.heatOpacity, 0.0, 1.0));
        painter.drawImage(0, 0, heatImage(*examination.map, canvas.size()));
        painter.setOpacity(1);
    }
    for (const Rect& box : examination.notExamined)
        hatch(painter, scaledBox(box, sx, sy));
    if (options.withRegions) {
        const double scale = std::max(1.0, std::max(canvas.width(), canvas.height()) * kLineShare);
        for (std::size_t i = 0; i < examination.clues.size(); ++i) {
            for (const Region& region : examination.clues[i].regions)
                strokeRegion(painter, QTransform::fromScale(sx, sy).map(outlineOf(region)),
                             options.withNumbers ? static_cast<int>(i) + 1 : 0, scale);
        }
    }
    return canvas;
}

} // namespace core::report
