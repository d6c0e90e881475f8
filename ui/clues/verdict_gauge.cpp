// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/verdict_gauge.h"

#include "core/report/translated_words.h"
#include "ui/theme/verdict_badge.h"

#include <QPainter>
#include <QPainterPath>

namespace ui::clues {

namespace {

constexpr double kBarHeight = 12;
constexpr double kMargin = 8;

} // namespace

VerdictGauge::VerdictGauge(QWidget* parent) : QWidget(parent) {
    setObjectName("verdictGauge");
    setAccessibleName(tr("Probability of a fake"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void VerdictGauge::setVerdict(core::examination::Verdict verdict, double pFake,
                              const core::examination::Thresholds& thresholds) {
    m_hasVerdict = true;
    m_verdict = verdict;
    m_pFake = pFake;
    m_thresholds = thresholds;
    const QString text = tr("%1 % fake; photograph below %2 %, fake above %3 %")
                             .arg(100 * pFake, 0, 'f', 0)
                             .arg(100 * thresholds.realBelow, 0, 'f', 0)
                             .arg(100 * thresholds.fakeAbove, 0, 'f', 0);
    setToolTip(text);
    setAccessibleDescription(text);
    update();
}

void VerdictGauge::clear() {
    m_hasVerdict = false;
    setToolTip({});
    update();
}

void VerdictGauge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(kMargin, 14, width() - 2 * kMargin, kBarHeight);
    const auto at = [&](double p) { return bar.left() + bar.width() * p; };
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().mid());
    painter.drawRect(bar);
    if (m_hasVerdict) {
        painter.setBrush(theme::badgeColor(theme::Badge::Photograph));
        painter.drawRect(QRectF(bar.topLeft(), QPointF(at(m_thresholds.realBelow), bar.bottom())));
        painter.setBrush(theme::badgeColor(theme::Badge::Fake));
        painter.drawRect(QRectF(QPointF(at(m_thresholds.fakeAbove), bar.top()), bar.bottomRight()));
        QPainterPath pointer;
        pointer.addPolygon(QPolygonF({QPointF(at(m_pFake), bar.bottom() - 2),
                                      QPointF(at(m_pFake) - 7, bar.bottom() + 10),
                                      QPointF(at(m_pFake) + 7, bar.bottom() + 10)}));
        painter.setBrush(palette().text());
        painter.setPen(QPen(palette().base().color(), 1));
        painter.drawPath(pointer);
        painter.drawLine(QPointF(at(m_pFake), bar.top()), QPointF(at(m_pFake), bar.bottom()));
    }
    painter.setPen(palette().text().color());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const QRectF caption(kMargin, bar.bottom() + 10, bar.width(), 18);
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, tr("Photograph"));
    painter.drawText(caption, Qt::AlignRight | Qt::AlignVCenter, tr("Fake"));
}

} // namespace ui::clues
