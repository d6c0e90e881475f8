// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clues/verdict_gauge.h"

#include "core/report/translated_words.h"
#include "ui/theme/scale.h"
#include "ui/theme/tone_color.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::clues {

using core::report::Tone;

namespace {

constexpr double kBarHeight = 8;
constexpr double kMargin = 8;
/// The scale ends where the verbal one says "strong".
constexpr double kMostTimes = 1000;
constexpr double kSteps[] = {2, 10, 100};

double shareOf(double ratio) {
    const double most = std::log10(kMostTimes);
    return 0.5 + 0.5 * std::clamp(std::log10(std::max(ratio, 1e-9)) / most, -1.0, 1.0);
}

} // namespace

VerdictGauge::VerdictGauge(QWidget* parent) : QWidget(parent) {
    setObjectName("verdictGauge");
    setAccessibleName(tr("From photograph to generated"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize VerdictGauge::sizeHint() const {
    const QFontMetrics small(theme::scaled(font(), theme::TextSize::Small));
    return {240, static_cast<int>(kBarHeight) + 16 + small.height()};
}

void VerdictGauge::setResult(const core::examination::Examination& examination) {
    m_place.reset();
    m_hasSteps = examination.support.has_value();
    m_realBelow = m_hasSteps ? shareOf(1 / kSteps[0]) : examination.thresholds.realBelow;
    m_fakeAbove = m_hasSteps ? shareOf(kSteps[0]) : examination.thresholds.fakeAbove;
    if (examination.inconclusiveReason.empty()) {
        m_place = m_hasSteps ? shareOf(examination.support->ratio) : examination.pFake;
        m_low = m_hasSteps ? shareOf(examination.support->low) : *m_place;
        m_high = m_hasSteps ? shareOf(examination.support->high) : *m_place;
    }
    describe(examination);
    update();
}

void VerdictGauge::describe(const core::examination::Examination& examination) {
    QString text = core::report::supportText(examination);
    if (!m_place)
        text = tr("Without a verdict the scale does not count.");
    else if (text.isEmpty())
        text = tr("%1 % fake; photograph below %2 %, fake above %3 %")
                   .arg(100 * examination.pFake, 0, 'f', 0)
                   .arg(100 * examination.thresholds.realBelow, 0, 'f', 0)
                   .arg(100 * examination.thresholds.fakeAbove, 0, 'f', 0);
    setToolTip(text);
    setAccessibleDescription(text);
}

void VerdictGauge::paintScale(QPainter& painter, const QRectF& bar) const {
    const auto at = [&](double share) { return bar.left() + bar.width() * share; };
    painter.setPen(Qt::NoPen);
    QColor ground = palette().color(QPalette::Mid);
    ground.setAlpha(110);
    painter.setBrush(ground);
    painter.drawRoundedRect(bar, 3, 3);
    if (m_place) {
        painter.setBrush(theme::toneColor(Tone::NoSign, palette()));
        painter.drawRect(QRectF(bar.topLeft(), QPointF(at(m_realBelow), bar.bottom())));
        painter.setBrush(theme::toneColor(Tone::Generated, palette()));
        painter.drawRect(QRectF(QPointF(at(m_fakeAbove), bar.top()), bar.bottomRight()));
    }
    if (!m_hasSteps)
        return;
    painter.setPen(QPen(palette().color(QPalette::Base), 1.5));
    for (const double step : kSteps)
        for (const double place : {at(shareOf(step)), at(shareOf(1 / step))})
            painter.drawLine(QPointF(place, bar.top()), QPointF(place, bar.bottom()));
}

void VerdictGauge::paintPointer(QPainter& painter, const QRectF& bar) const {
    const auto at = [&](double share) { return bar.left() + bar.width() * share; };
    painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
    // The interval of the number.
    if (m_high > m_low)
        painter.drawLine(QPointF(at(m_low), bar.bottom() + 3),
                         QPointF(at(m_high), bar.bottom() + 3));
    QPainterPath pointer;
    const double place = at(*m_place);
    pointer.addPolygon(
        QPolygonF({QPointF(place, bar.bottom() - 1), QPointF(place - 6, bar.bottom() + 8),
                   QPointF(place + 6, bar.bottom() + 8)}));
    pointer.closeSubpath();
    painter.setBrush(palette().text());
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    painter.drawPath(pointer);
}

void VerdictGauge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(kMargin, 4, width() - 2 * kMargin, kBarHeight);
    paintScale(painter, bar);
    if (m_place)
        paintPointer(painter, bar);
    QColor faint = palette().color(QPalette::WindowText);
    faint.setAlphaF(m_place ? 0.85F : 0.6F);
    painter.setPen(faint);
    painter.setFont(theme::scaled(font(), theme::TextSize::Small));
    const QRectF caption(kMargin, bar.bottom() + 9, bar.width(), painter.fontMetrics().height());
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, tr("Photograph"));
    painter.drawText(caption, Qt::AlignRight | Qt::AlignVCenter, tr("Generated"));
    if (!m_place)
        painter.drawText(caption, Qt::AlignCenter, tr("does not count"));
}

} // namespace ui::clues
