// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_picture.h"

#include "core/report/drawing_file.h"

#include <qcustomplot.h>

#include <array>

namespace ui::plots {

namespace {

constexpr int kWidth = 900;
constexpr int kHeight = 700;

/// Okabe and Ito's palette: told apart by color-blind readers. Then again, dashed.
QPen penFor(int index) {
    static const std::array<QColor, 6> kColors = {QColor(0, 114, 178), QColor(213, 94, 0),
                                                  QColor(0, 158, 115), QColor(204, 121, 167),
                                                  QColor(230, 159, 0), QColor(86, 180, 233)};
    const auto count = static_cast<int>(kColors.size());
    return {kColors[static_cast<std::size_t>(index % count)], 2.0,
            index < count ? Qt::SolidLine : Qt::DashLine};
}

void addCurve(QCustomPlot& plot, const Curve& curve, const QPen& pen) {
    // A curve may go straight up, which a graph (one value for each x) cannot.
    auto* line = new QCPCurve(plot.xAxis, plot.yAxis);
    for (const core::Point& point : curve.points)
        line->addData(point.x, point.y);
    line->setPen(pen);
    line->setName(curve.name);
    if (curve.hasDots)
        line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 7));
}

} // namespace

core::Result<void> saveCurvePicture(const CurvePicture& picture, const std::filesystem::path& file,
                                    const core::KeptFiles& kept) {
    QCustomPlot plot;
    plot.setBackground(Qt::white);
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(
        0, 0, new QCPTextElement(&plot, picture.title, QFont(plot.font().family(), 13)));
    plot.xAxis->setLabel(picture.xLabel);
    plot.yAxis->setLabel(picture.yLabel);
    plot.xAxis->setRange(0, 1);
    plot.yAxis->setRange(0, 1);
    if (picture.hasDiagonal) {
        Curve diagonal{{}, {{0, 0}, {1, 1}}, false};
        addCurve(plot, diagonal, QPen(Qt::gray, 1, Qt::DashLine));
        plot.legend->removeItem(0);
    }
    int index = 0;
    for (const Curve& curve : picture.curves)
        addCurve(plot, curve, penFor(index++));
    plot.legend->setVisible(picture.curves.size() > 1);
    plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | Qt::AlignBottom);
    return core::report::writeDrawing(plot.toPixmap(kWidth, kHeight).toImage(), file, kept);
}

} // namespace ui::plots
