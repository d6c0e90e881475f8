// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overlay_painter.h"

#include "core/report/color_map.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <vector>

namespace core::report {

namespace {

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

QFont labelFont(const QPainter& painter, double scale) {
    QFont font = painter.font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(12 * scale))));
    font.setBold(true);
    return font;
}

QSizeF labelSize(const QPainter& painter, int number, double scale) {
    const QFontMetricsF metrics(labelFont(painter, scale));
    return {metrics.horizontalAdvance(QString::number(number)) + 8 * scale, 16 * scale};
}

void paintNumber(QPainter& painter, const QRectF& label, int number, double scale,
                 const QColor& ground = Qt::black) {
    painter.setFont(labelFont(painter, scale));
    painter.fillRect(label, ground);
    painter.setPen(QColor(255, 255, 255));
    painter.drawText(label, Qt::AlignCenter, QString::number(number));
}

/// The corner of an outline that lies farthest up and left.
QPointF firstCorner(const QPolygonF& outline) {
    return *std::ranges::min_element(outline, {},
                                     [](const QPointF& point) { return point.x() + point.y(); });
}

QRectF freePlace(QPointF corner, QSizeF size, const QRectF& canvas,
                 const std::vector<QRectF>& taken) {
    const double left = canvas.left();
    const double right = std::max(left, canvas.right() - size.width());
    const double bottom = std::max(canvas.top(), canvas.bottom() - size.height());
    const QPointF start(std::clamp(corner.x(), left, right),
                        std::clamp(corner.y(), canvas.top(), bottom));
    const auto isFree = [&taken](const QRectF& place) {
        return std::ranges::none_of(taken, [&](const QRectF& t) { return t.intersects(place); });
    };
    for (double y = start.y(); y <= bottom; y += size.height()) {
        for (double x = start.x(); x <= right; x += size.width()) {
            if (const QRectF place(QPointF(x, y), size); isFree(place))
                return place;
        }
    }
    return {start, size};
}

QTransform scaleTo(QSizeF canvas, const examination::Source& source) {
    return QTransform::fromScale(canvas.width() / std::max(1, source.width),
                                 canvas.height() / std::max(1, source.height));
}

QRectF scaledBox(const Rect& box, const QTransform& toCanvas) {
    return toCanvas.mapRect(QRectF(box.x, box.y, box.width, box.height));
}

} // namespace

void paintRegions(QPainter& painter, const examination::Examination& examination, QSizeF canvas,
                  const OverlayOptions& options, double scale) {
    const QTransform toCanvas = scaleTo(canvas, examination.source);
    // Outlines first, then the numbers, so that no line crosses a number.
    for (const examination::Clue& clue : examination.clues) {
        if (!hasOutline(clue))
            continue;
        for (const Region& region : clue.regions)
            strokeRegion(painter, toCanvas.map(outlineOf(region)), 0, scale, strokeOf(clue));
    }
    std::vector<QRectF> taken;
    for (std::size_t i = 0; options.withNumbers && i < examination.clues.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        if (!hasOutline(examination.clues[i]))
            continue;
        for (const Region& region : examination.clues[i].regions) {
            taken.push_back(freePlace(firstCorner(toCanvas.map(outlineOf(region))),
                                      labelSize(painter, number, scale), QRectF(QPointF(), canvas),
                                      taken));
            paintNumber(painter, taken.back(), number, scale);
        }
    }
}

QImage heatImage(const HeatMap& map, QSize size) {
    if (map.isEmpty() || size.isEmpty())
        return {};
    QImage cells(map.columns, map.rows, QImage::Format_ARGB32);
    for (int row = 0; row < map.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(cells.scanLine(row));
        for (int column = 0; column < map.columns; ++column) {
            const double value = map.at(column, row);
            const double alpha =
                std::clamp((value - kHeatVisibleFrom) / (1 - kHeatVisibleFrom), 0.0, 1.0);
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

Stroke strokeOf(const examination::Clue& clue) {
    return clue.grounding && clue.grounding->status == examination::RegionStatus::Unchecked
               ? Stroke::Dashed
               : Stroke::Solid;
}

QRectF placeForNumber(const QPainter& painter, const QPolygonF& outline, int number,
                      const QRectF& canvas, const std::vector<QRectF>& taken) {
    return freePlace(firstCorner(outline), labelSize(painter, number, 1), canvas, taken);
}

void drawNumber(QPainter& painter, const QRectF& label, int number, const QColor& ground) {
    painter.save();
    paintNumber(painter, label, number, 1, ground);
    painter.restore();
}

void strokeRegion(QPainter& painter, const QPolygonF& outline, int number, double scale,
                  Stroke stroke, const QColor& color) {
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0), 3.2 * scale, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolygon(outline);
    QPen light(color, 1.4 * scale, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
    if (stroke == Stroke::Dashed) {
        light.setCapStyle(Qt::FlatCap);
        light.setDashPattern({4, 4});
    }
    painter.setPen(light);
    painter.drawPolygon(outline);
    if (number > 0) {
        const QPointF corner = outline.boundingRect().topLeft();
        paintNumber(painter, QRectF(corner, labelSize(painter, number, scale)), number, scale);
    }
    painter.restore();
}

QImage paintOverlay(const QImage& picture, const examination::Examination& examination,
                    const OverlayOptions& options) {
    QImage canvas = scaledTo(picture, options.largestSide);
    if (canvas.isNull())
        return canvas;
    const QTransform toCanvas = scaleTo(canvas.size(), examination.source);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    if (examination.map && options.heatOpacity > 0) {
        painter.setOpacity(std::clamp(options.heatOpacity, 0.0, 1.0));
        painter.drawImage(0, 0, heatImage(*examination.map, canvas.size()));
        painter.setOpacity(1);
    }
    for (const Rect& box : examination.notExamined)
        hatch(painter, scaledBox(box, toCanvas));
    if (options.withRegions) {
        const double scale =
            options.lineScale > 0
                ? options.lineScale
                : std::max(1.0, std::max(canvas.width(), canvas.height()) * kLineShare);
        paintRegions(painter, examination, canvas.size(), options, scale);
    }
    return canvas;
}

} // namespace core::report
