// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/color_map.h"

#include <QWidget>

namespace ui::review {

/// The map's colors with words at both ends and a mark at the threshold.
class HeatLegend : public QWidget {
    Q_OBJECT

  public:
    explicit HeatLegend(QWidget* parent = nullptr);

    /// @param from  the lowest value that is drawn
    void setStyle(core::report::ColorScale scale, double from);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    core::report::ColorScale m_scale = core::report::ColorScale::Flame;
    double m_from = 0.5;
};

} // namespace ui::review
