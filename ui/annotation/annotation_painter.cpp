// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/annotation/annotation_painter.h"

#include "core/annotations/geometry.h"
#include "core/report/annotation_painter.h"

namespace ui::annotation {

using core::annotations::Annotation;
using core::annotations::Shape;

namespace {

constexpr double kHandle = 8;

QString captionOf(const Annotation& annotation) {
    const QString label = QString::fromStdString(annotation.label);
    const QString comment = QString::fromStdString(annotation.comment);
    if (annotation.shape != Shape::Text)
        return label;
    return comment.isEmpty() ? (label.isEmpty() ? QStringLiteral("T") : label) : comment;
}

} // namespace

void paintAnnotation(QPainter& painter, const Annotation& annotation,
                     const viewer::ViewTransform& transform, bool isSelected) {
    const QPointF origin = transform.toView(QPointF(0, 0));
    core::report::paintAnnotation(
        painter, annotation,
        QTransform(transform.zoom(), 0, 0, transform.zoom(), origin.x(), origin.y()),
        captionOf(annotation));
    if (!isSelected)
        return;
    painter.save();
    painter.setPen(QPen(Qt::black, 1));
    painter.setBrush(Qt::white);
    for (const auto& handle : core::annotations::handlesOf(annotation))
        painter.drawRect(QRectF(transform.toView(QPointF(handle.x, handle.y)) -
                                    QPointF(kHandle / 2, kHandle / 2),
                                QSizeF(kHandle, kHandle)));
    painter.restore();
}

} // namespace ui::annotation
