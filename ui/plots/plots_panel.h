// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/examination/examination.h"

#include <QWidget>

#include <vector>

class QCustomPlot;
class QComboBox;
class QStackedWidget;

namespace ui::plots {

/// RGB histogram, radial power spectrum with its reference band, and DCT histograms.
class PlotsPanel : public QWidget {
    Q_OBJECT

  public:
    explicit PlotsPanel(QWidget* parent = nullptr);
    void setSeries(const std::vector<core::examination::PlotSeries>& series);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void draw();
    void saveShown();

    std::vector<core::examination::PlotSeries> m_series;
    QComboBox* m_choice = nullptr;
    QCustomPlot* m_plot = nullptr;
};

} // namespace ui::plots
