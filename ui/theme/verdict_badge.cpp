// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/verdict_badge.h"

#include "core/report/translated_words.h"

#include <QPainterPath>
#include <QPolygonF>

#include <cmath>

namespace ui::theme {

namespace {

using core::examination::Verdict;

QPolygonF polygon(const QRectF& place, int corners, double turn) {
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * M_PI * i / corners;
        points << place.center() + QPointF(std::sin(angle), -std::cos(angle)) * (place.width() / 2);
    }
    return points;
}

QPainterPath shapeOf(Badge badge, const QRectF& place) {
    QPainterPath path;
    switch (badge) {
    case Badge::Photograph:
        path.addEllipse(place);
        break;
    case Badge::Fake:
        path.addPolygon(
            polygon(place.adjusted(-1, -1, 1, 1), 3, 0).translated(0, place.height() * 0.1));
        path.closeSubpath();
        break;
    case Badge::Inconclusive:
        path.addRoundedRect(place.adjusted(1, 1, -1, -1), 2, 2);
        break;
    case Badge::Error:
        path.addPolygon(polygon(place, 8, M_PI / 8));
        path.closeSubpath();
        break;
    }
    return path;
}

QString letterOf(Badge badge) {
    switch (badge) {
    case Badge::Photograph:
        return core::report::verdictLetter(Verdict::Real);
    case Badge::Fake:
        return core::report::verdictLetter(Verdict::Fake);
    case Badge::Inconclusive:
        return core::report::verdictLetter(Verdict::Inconclusive);
    case Badge::Error:
        break;
    }
    return "!";
}

} // namespace

Badge badgeFor(Verdict verdict) {
    switch (verdict) {
    case Verdict::Real:
        return Badge::Photograph;
    case Verdict::Fake:
        return Badge::Fake;
    case Verdict::Inconclusive:
        break;
    }
    return Badge::Inconclusive;
}

QColor badgeColor(Badge badge) {
    switch (badge) {
    case Badge::Photograph:
        return {0x00, 0x72, 0xb2};
    case Badge::Fake:
        return {0xd5, 0x5e, 0x00};
    case Badge::Inconclusive:
        return {0x76, 0x76, 0x76};
    case Badge::Error:
        break;
    }
    return {0xb0, 0x00, 0x20};
}

void paintBadge(QPainter& painter, const QRectF& place, Badge badge) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath shape = shapeOf(badge, place);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(badgeColor(badge));
    painter.drawPath(shape);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(
        std::max(8, static_cast<int>(place.height() * (badge == Badge::Fake ? 0.5 : 0.62))));
    painter.setFont(font);
    painter.setPen(Qt::white);
    const QRectF letter = badge == Badge::Fake ? place.translated(0, place.height() * 0.14) : place;
    painter.drawText(letter, Qt::AlignCenter, letterOf(badge));
    painter.restore();
}

void paintBasis(QPainter& painter, const QRectF& badge, core::examination::Basis basis) {
    using core::examination::Basis;
    if (basis != Basis::File && basis != Basis::Watermark && basis != Basis::Credentials)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = badge.width() * 0.55;
    const QRectF place(badge.left() - side * 0.45, badge.bottom() - side * 0.7, side, side);
    painter.setPen(QPen(QColor(0x20, 0x20, 0x20), 1));
    painter.setBrush(Qt::white);
    if (basis == Basis::File) {
        const QRectF sheet = place.adjusted(side * 0.12, 0, -side * 0.12, 0);
        painter.drawRect(sheet);
        for (const double row : {0.3, 0.55, 0.8})
            painter.drawLine(QPointF(sheet.left() + 2, sheet.top() + sheet.height() * row),
                             QPointF(sheet.right() - 2, sheet.top() + sheet.height() * row));
    } else if (basis == Basis::Watermark) {
        QPainterPath drop(QPointF(place.center().x(), place.top()));
        drop.cubicTo(place.right(), place.center().y(), place.right(), place.bottom(),
                     place.center().x(), place.bottom());
        drop.cubicTo(place.left(), place.bottom(), place.left(), place.center().y(),
                     place.center().x(), place.top());
        painter.drawPath(drop);
    } else {
        painter.drawEllipse(place);
        painter.setPen(QPen(QColor(0x20, 0x20, 0x20), 1.6));
        painter.drawPolyline(
            QPolygonF({QPointF(place.left() + side * 0.25, place.top() + side * 0.52),
                       QPointF(place.left() + side * 0.45, place.top() + side * 0.72),
                       QPointF(place.left() + side * 0.78, place.top() + side * 0.3)}));
    }
    painter.restore();
}

} // namespace ui::theme
