// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/verdict.h"

#include <QWidget>

namespace ui::clues {

/// A scale from photograph to fake with the band in which nothing is decided and the picture's
/// place.
class VerdictGauge : public QWidget {
    Q_OBJECT

  public:
    explicit VerdictGauge(QWidget* parent = nullptr);

    /// @param pFake  0 to 1
    void setVerdict(core::examination::Verdict verdict, double pFake,
                    const core::examination::Thresholds& thresholds);
    void clear();

    QSize sizeHint() const override { return {240, 56}; }
    QSize minimumSizeHint() const override { return {160, 52}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    bool m_hasVerdict = false;
    core::examination::Verdict m_verdict = core::examination::Verdict::Inconclusive;
    double m_pFake = 0.5;
    core::examination::Thresholds m_thresholds;
};

} // namespace ui::clues
