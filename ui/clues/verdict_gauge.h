// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QWidget>

#include <optional>

namespace ui::clues {

/// A scale from photograph to generated. With a support it shows the likelihood ratio and its
/// interval on the steps of the verbal scale; else the probability with its thresholds. Gray and
/// without a pointer where the engine abstains, because its numbers do not count then.
class VerdictGauge : public QWidget {
    Q_OBJECT

  public:
    explicit VerdictGauge(QWidget* parent = nullptr);

    void setResult(const core::examination::Examination& examination);
    [[nodiscard]] bool counts() const { return m_place.has_value(); } ///< false: gray

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void describe(const core::examination::Examination& examination);
    void paintScale(QPainter& painter, const QRectF& bar) const;
    void paintPointer(QPainter& painter, const QRectF& bar) const;

    // Shares of the scale's length, 0 (photograph) to 1 (generated).
    std::optional<double> m_place;
    double m_low = 0.5; ///< of the interval; the place itself when there is none
    double m_high = 0.5;
    double m_realBelow = 0.5; ///< where the blue part ends
    double m_fakeAbove = 0.5; ///< where the orange part begins
    bool m_hasSteps = false;  ///< marks at 2, 10, 100 and 1,000 times
};

} // namespace ui::clues
