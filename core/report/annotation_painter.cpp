// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/annotation_painter.h"

#include "core/annotations/geometry.h"

#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace core::report {

using annotations::Annotation;
using annotations::Shape;
using Place = annotations::Point;

namespace {

const QColor kDark(0, 0, 0);
const QColor kLight(120, 230, 255); // apart from the clues' white and the heat map's yellow
constexpr double kWide = 4;
constexpr double kNarrow = 2;
constexpr double kBrushOpacity = 0.45;

QPointF onCanvas(const Place& place, const QTransform& toCanvas) {
    return toCanvas.map(QPointF(place.x, place.y));
}

QPolygonF polygonOf(const std::vector<Place>& points, const QTransform& toCanvas) {
    QPolygonF polygon;
    for (const Place& point : points)
        polygon << onCanvas(point, toCanvas);
    return polygon;
}

QPainterPath arrowPath(const Annotation& annotation, const QTransform& toCanvas, double scale) {
    constexpr double kOpening = std::numbers::pi / 7;
    const double barb = 14 * scale;
    const QPointF tail = onCanvas(annotation.points[0], toCanvas);
    const QPointF head = onCanvas(annotation.points[1], toCanvas);
    const double angle = std::atan2(head.y() - tail.y(), head.x() - tail.x());
    QPainterPath path(tail);
    path.lineTo(head);
    for (const double side : {-kOpening, kOpening}) {
        path.moveTo(head);
        path.lineTo(head - barb * QPointF(std::cos(angle + side), std::sin(angle + side)));
    }
    return path;
}

QPainterPath pathOf(const Annotation& annotation, const QTransform& toCanvas, double scale) {
    if (annotation.shape == Shape::Arrow)
        return arrowPath(annotation, toCanvas, scale);
    QPainterPath path;
    if (annotation.shape == Shape::Ellipse) {
        const auto box = annotations::boundsOf(annotation);
        path.addEllipse(QRectF(onCanvas({box.left, box.top}, toCanvas),
                               onCanvas({box.right, box.bottom}, toCanvas)));
        return path;
    }
    const auto outline = annotations::outlineOf(annotation);
    path.addPolygon(polygonOf(outline.empty() ? annotation.points : outline, toCanvas));
    if (!outline.empty())
        path.closeSubpath();
    return path;
}

void paintBrush(QPainter& painter, const Annotation& annotation, const QTransform& toCanvas) {
    QColor color = kLight;
    color.setAlphaF(kBrushOpacity);
    QPainterPath path = pathOf(annotation, toCanvas, 1);
    if (annotation.points.size() == 1) // a path of one point draws nothing
        path.lineTo(path.currentPosition() + QPointF(0.01, 0));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, std::max(1.0, annotation.width * toCanvas.m11()), Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void paintCaption(QPainter& painter, const QString& text, QPointF at) {
    const QRectF ground = painter.fontMetrics().boundingRect(text).toRectF();
    painter.fillRect(ground.translated(at).adjusted(-3, -2, 3, 2), kDark);
    painter.setPen(kLight);
    painter.drawText(at, text);
}

} // namespace

void paintAnnotation(QPainter& painter, const Annotation& annotation, const QTransform& toCanvas,
                     const QString& caption, double scale) {
    paintAnnotationShape(painter, annotation, toCanvas, scale);
    paintAnnotationCaption(painter, annotation, toCanvas, caption, scale);
}

void paintAnnotationShape(QPainter& painter, const Annotation& annotation,
                          const QTransform& toCanvas, double scale) {
    if (annotation.points.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (annotation.shape == Shape::Brush) {
        paintBrush(painter, annotation, toCanvas);
    } else if (annotation.shape != Shape::Text) {
        const QPainterPath path = pathOf(annotation, toCanvas, scale);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(kDark, kWide * scale));
        painter.drawPath(path);
        painter.setPen(QPen(kLight, kNarrow * scale));
        painter.drawPath(path);
    }
    painter.restore();
}

void paintAnnotationCaption(QPainter& painter, const Annotation& annotation,
                            const QTransform& toCanvas, const QString& caption, double scale) {
    if (annotation.points.empty() || caption.isEmpty())
        return;
    painter.save();
    const auto box = annotations::boundsOf(annotation);
    paintCaption(painter, caption,
                 onCanvas({box.left, box.top}, toCanvas) + scale * QPointF(2, -5));
    painter.restore();
}

} // namespace core::report
