// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/examination/examination.h"

#include <QWidget>

#include <vector>

class QCustomPlot;
class QComboBox;
class QLabel;

namespace ui::plots {

/// RGB histogram, radial power spectrum with its reference band, and DCT histograms.
class PlotsPanel : public QWidget {
    Q_OBJECT

  public:
    explicit PlotsPanel(QWidget* parent = nullptr);
    void setSeries(const std::vector<core::examination::PlotSeries>& series);

    /// Writes the shown plot as a PNG of 1200 x 800 pixels.
    /// @errors InvalidArgument (see core::OutputFile), WriteFailed
    [[nodiscard]] core::Result<void> saveDrawing(const QString& file);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void draw();
    void saveShown();

    std::vector<core::examination::PlotSeries> m_series;
    QComboBox* m_choice = nullptr;
    QCustomPlot* m_plot = nullptr;
    QLabel* m_message = nullptr;
};

} // namespace ui::plots
