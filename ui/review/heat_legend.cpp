// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/heat_legend.h"

#include "core/report/shown_map.h"
#include "ui/theme/scale.h"

#include <QPainter>

namespace ui::review {

namespace {

constexpr int kBarWidth = 64;

} // namespace

HeatLegend::HeatLegend(QWidget* parent) : QWidget(parent) {
    setObjectName("heatLegend");
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Scale of the map"));
    setToolTip(tr("How unlike the rest of the picture a place is. From the mark on, methods name "
                  "it; below it, parts of photographs are as unlike."));
    setAccessibleDescription(toolTip());
    setFont(theme::scaled(font(), theme::TextSize::Small));
}

QSize HeatLegend::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(tr("usual")) + metrics.horizontalAdvance(tr("unlike")) +
                kBarWidth + 3 * theme::kTight,
            metrics.height() + theme::kTight};
}

void HeatLegend::setStyle(core::report::ColorScale scale, double from) {
    m_scale = scale;
    m_from = from;
    update();
}

void HeatLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int left = fontMetrics().horizontalAdvance(tr("usual")) + theme::kTight;
    const QRect bar(left, 4, kBarWidth, height() - 8);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 10; ++i) {
        QColor color = QColor::fromRgb(core::report::heatColor(i / 10.0, m_scale));
        color.setAlphaF(i / 10.0 < m_from ? 0.15F : 1.0F);
        gradient.setColorAt(i / 10.0, color);
    }
    painter.fillRect(bar, gradient);
    const int mark = bar.left() + static_cast<int>(core::report::kMapThreshold * bar.width());
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.drawLine(mark, bar.top() - 3, mark, bar.bottom() + 3);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, tr("usual"));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, tr("unlike"));
}

} // namespace ui::review
