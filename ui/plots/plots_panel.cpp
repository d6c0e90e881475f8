// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plots_panel.h"

#include "core/report/drawing_file.h"
#include "ui/files/file_chooser.h"

#include <qcustomplot.h>

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace ui::plots {

namespace {

/// Okabe and Ito's palette: told apart by color-blind readers.
const std::array<QColor, 8> kColors = {
    QColor(0, 114, 178), QColor(213, 94, 0),   QColor(0, 158, 115),   QColor(204, 121, 167),
    QColor(230, 159, 0), QColor(86, 180, 233), QColor(150, 150, 150), QColor(240, 228, 66)};

QColor colorOf(const std::string& name, std::size_t index) {
    if (name == "red")
        return {213, 60, 40};
    if (name == "green")
        return {0, 158, 115};
    if (name == "blue")
        return {0, 114, 210};
    return kColors[index % kColors.size()];
}

QVector<double> vectorOf(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

void useTheme(QCustomPlot& plot, const QPalette& palette) {
    const QColor text = palette.color(QPalette::Text);
    QColor grid = text;
    grid.setAlpha(50);
    plot.setBackground(palette.base());
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(QPen(text));
        axis->setTickPen(QPen(text));
        axis->setSubTickPen(QPen(text));
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->grid()->setPen(QPen(grid, 1, Qt::DotLine));
    }
    plot.legend->setBrush(palette.base());
    plot.legend->setTextColor(text);
    plot.legend->setBorderPen(QPen(grid));
}

} // namespace

PlotsPanel::PlotsPanel(QWidget* parent) : QWidget(parent) {
    m_choice = new QComboBox;
    m_choice->setObjectName("plotChoice");
    m_choice->setAccessibleName(tr("Plot"));
    m_choice->addItem(tr("Histogram"), "histogram");
    m_choice->addItem(tr("Power spectrum"), "spectrum");
    m_choice->addItem(tr("DCT coefficients"), "dct");
    auto* save = new QPushButton(tr("Save as PNG…"));
    save->setObjectName("savePlot");
    m_plot = new QCustomPlot;
    m_plot->setObjectName("plot");
    m_plot->setAccessibleName(tr("Plot"));
    m_plot->setMinimumHeight(180);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_choice, 1);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_plot, 1);
    m_message = new QLabel;
    m_message->setObjectName("plotMessage");
    m_message->setWordWrap(true);
    m_message->hide();
    layout->addWidget(m_message);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PlotsPanel::draw);
    connect(save, &QPushButton::clicked, this, &PlotsPanel::saveShown);
}

void PlotsPanel::setSeries(const std::vector<core::examination::PlotSeries>& series) {
    m_series = series;
    draw();
}

void PlotsPanel::draw() {
    m_plot->clearPlottables();
    useTheme(*m_plot, palette());
    const QString wanted = m_choice->currentData().toString();
    std::size_t index = 0;
    for (const core::examination::PlotSeries& series : m_series) {
        if (QString::fromStdString(series.plot) != wanted)
            continue;
        if (!series.low.empty()) {
            QCPGraph* low = m_plot->addGraph();
            low->setData(vectorOf(series.x), vectorOf(series.low), true);
            low->setPen(Qt::NoPen);
            low->removeFromLegend();
            QCPGraph* high = m_plot->addGraph();
            high->setData(vectorOf(series.x), vectorOf(series.high), true);
            high->setPen(Qt::NoPen);
            high->setBrush(QColor(128, 128, 128, 90));
            high->setChannelFillGraph(low);
            high->setName(tr("usual for photographs"));
        }
        QCPGraph* graph = m_plot->addGraph();
        graph->setData(vectorOf(series.x), vectorOf(series.y), true);
        graph->setPen(QPen(colorOf(series.name, index), 1.6));
        graph->setName(QString::fromStdString(series.name));
        ++index;
    }
    const std::array<std::pair<QString, QString>, 3> labels = {
        {{tr("value"), tr("share of pixels")},
         {tr("cycles per pixel"), tr("power, dB")},
         {tr("quantized coefficient"), tr("count")}}};
    const auto& label = labels[static_cast<std::size_t>(std::max(0, m_choice->currentIndex()))];
    m_plot->xAxis->setLabel(label.first);
    m_plot->yAxis->setLabel(label.second);
    m_plot->legend->setVisible(index > 0);
    m_plot->rescaleAxes();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotsPanel::saveShown() {
    files::chooseFileToWrite(
        this,
        {tr("Save plot"), QDir::home().filePath(QStringLiteral("plot.png")),
         tr("PNG picture (*.png)"), QStringLiteral("png")},
        [this](const QString& file) {
            const auto saved = saveDrawing(file);
            m_message->setText(saved ? tr("The plot was saved as %1.").arg(file)
                                     : tr("The plot was not saved: %1")
                                           .arg(QString::fromStdString(saved.error().message)));
            m_message->show();
        });
}

core::Result<void> PlotsPanel::saveDrawing(const QString& file) {
    return core::report::writeDrawing(m_plot->toPixmap(1200, 800).toImage(),
                                      QFile::encodeName(file).toStdString());
}

void PlotsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        draw();
    QWidget::changeEvent(event);
}

} // namespace ui::plots
