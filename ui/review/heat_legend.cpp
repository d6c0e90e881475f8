// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/heat_legend.h"

#include "core/report/color_map.h"

#include <QPainter>

namespace ui::review {

HeatLegend::HeatLegend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Scale of the heat map"));
    setToolTip(tr("Heat map: 0 is usual for photographs, 1 stands out most"));
}

void HeatLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = fontMetrics().horizontalAdvance("0") + 6;
    const QRect bar = rect().adjusted(side, 4, -side, -4);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 8; ++i)
        gradient.setColorAt(i / 8.0, QColor::fromRgb(core::report::heatColor(i / 8.0)));
    painter.fillRect(bar, gradient);
    painter.setPen(palette().text().color());
    painter.drawText(QRect(0, 0, side, height()), Qt::AlignCenter, "0");
    painter.drawText(QRect(width() - side, 0, side, height()), Qt::AlignCenter, "1");
}

} // namespace ui::review
