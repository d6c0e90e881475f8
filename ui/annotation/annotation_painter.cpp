// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotation/annotation_painter.h"

#include "core/annotations/geometry.h"

#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ui::annotation {

using core::annotations::Annotation;
using core::annotations::Point;
using core::annotations::Shape;

namespace {

const QColor kDark(0, 0, 0);
const QColor kLight(120, 230, 255); // apart from the clues' white and the heat map's yellow
constexpr double kWide = 4;
constexpr double kNarrow = 2;
constexpr double kHandle = 8;
constexpr double kBrushOpacity = 0.45;

QPointF inView(const Point& point, const viewer::ViewTransform& transform) {
    return transform.toView(QPointF(point.x, point.y));
}

QPolygonF polygonOf(const std::vector<Point>& points, const viewer::ViewTransform& transform) {
    QPolygonF polygon;
    for (const Point& point : points)
        polygon << inView(point, transform);
    return polygon;
}

QPainterPath arrowPath(const Annotation& annotation, const viewer::ViewTransform& transform) {
    constexpr double kBarb = 14;
    constexpr double kOpening = std::numbers::pi / 7;
    const QPointF tail = inView(annotation.points[0], transform);
    const QPointF head = inView(annotation.points[1], transform);
    const double angle = std::atan2(head.y() - tail.y(), head.x() - tail.x());
    QPainterPath path(tail);
    path.lineTo(head);
    for (const double side : {-kOpening, kOpening}) {
        path.moveTo(head);
        path.lineTo(head - kBarb * QPointF(std::cos(angle + side), std::sin(angle + side)));
    }
    return path;
}

QPainterPath pathOf(const Annotation& annotation, const viewer::ViewTransform& transform) {
    if (annotation.shape == Shape::Arrow)
        return arrowPath(annotation, transform);
    QPainterPath path;
    if (annotation.shape == Shape::Ellipse) {
        const auto box = core::annotations::boundsOf(annotation);
        path.addEllipse(QRectF(inView({box.left, box.top}, transform),
                               inView({box.right, box.bottom}, transform)));
        return path;
    }
    const auto outline = core::annotations::outlineOf(annotation);
    path.addPolygon(polygonOf(outline.empty() ? annotation.points : outline, transform));
    if (!outline.empty())
        path.closeSubpath();
    return path;
}

void paintBrush(QPainter& painter, const Annotation& annotation,
                const viewer::ViewTransform& transform) {
    QColor color = kLight;
    color.setAlphaF(kBrushOpacity);
    QPainterPath path = pathOf(annotation, transform);
    if (annotation.points.size() == 1) // a path of one point draws nothing
        path.lineTo(path.currentPosition() + QPointF(0.01, 0));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, std::max(1.0, annotation.width * transform.zoom()), Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void paintText(QPainter& painter, const QString& text, QPointF at) {
    const QRectF ground = painter.fontMetrics().boundingRect(text).toRectF();
    painter.fillRect(ground.translated(at).adjusted(-3, -2, 3, 2), kDark);
    painter.setPen(kLight);
    painter.drawText(at, text);
}

QString captionOf(const Annotation& annotation) {
    const QString label = QString::fromStdString(annotation.label);
    const QString comment = QString::fromStdString(annotation.comment);
    if (annotation.shape != Shape::Text)
        return label;
    return comment.isEmpty() ? (label.isEmpty() ? QStringLiteral("T") : label) : comment;
}

void paintHandles(QPainter& painter, const Annotation& annotation,
                  const viewer::ViewTransform& transform) {
    painter.setPen(QPen(kDark, 1));
    painter.setBrush(Qt::white);
    for (const Point& handle : core::annotations::handlesOf(annotation))
        painter.drawRect(QRectF(inView(handle, transform) - QPointF(kHandle / 2, kHandle / 2),
                                QSizeF(kHandle, kHandle)));
}

} // namespace

void paintAnnotation(QPainter& painter, const Annotation& annotation,
                     const viewer::ViewTransform& transform, bool isSelected) {
    if (annotation.points.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (annotation.shape == Shape::Brush) {
        paintBrush(painter, annotation, transform);
    } else if (annotation.shape != Shape::Text) {
        const QPainterPath path = pathOf(annotation, transform);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(kDark, kWide));
        painter.drawPath(path);
        painter.setPen(QPen(kLight, kNarrow));
        painter.drawPath(path);
    }
    if (const QString caption = captionOf(annotation); !caption.isEmpty()) {
        const auto box = core::annotations::boundsOf(annotation);
        paintText(painter, caption, inView({box.left, box.top}, transform) + QPointF(2, -5));
    }
    if (isSelected)
        paintHandles(painter, annotation, transform);
    painter.restore();
}

} // namespace ui::annotation
