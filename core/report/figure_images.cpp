// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_images.h"

#include <QPainter>
#include <QTextFormat>

namespace core::report {

QSizeF FigureImages::intrinsicSize(QTextDocument* /*document*/, int /*position*/,
                                   const QTextFormat& format) {
    const QTextImageFormat image = format.toImageFormat();
    return {image.width(), image.height()};
}

void FigureImages::drawObject(QPainter* painter, const QRectF& place, QTextDocument* /*document*/,
                              int /*position*/, const QTextFormat& format) {
    const Drawing drawing = m_drawings.value(format.toImageFormat().name());
    if (!drawing)
        return;
    painter->save();
    painter->setClipRect(place, Qt::IntersectClip);
    drawing(*painter, place);
    painter->restore();
}

} // namespace core::report
