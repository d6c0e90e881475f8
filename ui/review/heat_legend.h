// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::review {

/// The heat map's colors with the numbers at both ends.
class HeatLegend : public QWidget {
    Q_OBJECT

  public:
    explicit HeatLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {110, 18}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ui::review
