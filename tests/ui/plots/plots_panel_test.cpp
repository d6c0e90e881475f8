// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plots_panel.h"

#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>
#include <qcustomplot.h>

using core::examination::PlotSeries;
using ui::plots::PlotsPanel;

class PlotsPanelTest : public QObject {
    Q_OBJECT

  private:
    static std::vector<PlotSeries> series() {
        return {{"histogram", "red", {0, 1, 2}, {0.1, 0.2, 0.7}, {}, {}},
                {"histogram", "green", {0, 1, 2}, {0.3, 0.3, 0.4}, {}, {}},
                {"histogram", "blue", {0, 1, 2}, {0.5, 0.2, 0.3}, {}, {}},
                {"spectrum", "measured", {0, 0.25, 0.5}, {60, 40, 20}, {50, 30, 10}, {70, 50, 30}},
                {"dct", "AC(0,1)", {-1, 0, 1}, {5, 90, 5}, {}, {}}};
    }

    static QCustomPlot* plotOf(const PlotsPanel& panel) {
        return panel.findChild<QCustomPlot*>("plot");
    }
    static void choose(const PlotsPanel& panel, int index) {
        panel.findChild<QComboBox*>("plotChoice")->setCurrentIndex(index);
    }

  private Q_SLOTS:
    void theHistogramHasThreeCurves() {
        PlotsPanel panel;
        panel.setSeries(series());
        QCOMPARE(plotOf(panel)->graphCount(), 3);
        QCOMPARE(plotOf(panel)->graph(0)->data()->size(), 3);
        QVERIFY(plotOf(panel)->xAxis->range().contains(2));
    }

    void theSpectrumHasItsReferenceBand() {
        PlotsPanel panel;
        panel.setSeries(series());
        choose(panel, 1);
        QCOMPARE(plotOf(panel)->graphCount(), 3); // low, high, measured
        QCOMPARE(plotOf(panel)->graph(1)->channelFillGraph(), plotOf(panel)->graph(0));
        QVERIFY(plotOf(panel)->yAxis->range().contains(70));
    }

    void dctHistogramsAreNamed() {
        PlotsPanel panel;
        panel.setSeries(series());
        choose(panel, 2);
        QCOMPARE(plotOf(panel)->graph(0)->name(), QString("AC(0,1)"));
    }

    void noSeriesGivesAnEmptyPlot() {
        PlotsPanel panel;
        panel.setSeries(series());
        panel.setSeries({});
        QCOMPARE(plotOf(panel)->graphCount(), 0);
    }

    void colorsFollowTheTheme() {
        PlotsPanel panel;
        panel.setSeries(series());
        QPalette dark;
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::Text, Qt::white);
        panel.setPalette(dark);
        QCOMPARE(plotOf(panel)->xAxis->labelColor(), QColor(Qt::white));
        QCOMPARE(plotOf(panel)->toPixmap(300, 200).toImage().pixelColor(1, 1), QColor(Qt::black));
    }

    void aPlotIsSavedAsPng() {
        const QTemporaryDir folder;
        PlotsPanel panel;
        panel.setSeries(series());
        QVERIFY(panel.saveDrawing(folder.filePath("plot.png")));
        QCOMPARE(QImage(folder.filePath("plot.png")).size(), QSize(1200, 800));
        QVERIFY(!panel.saveDrawing(folder.filePath("none/plot.png")));
    }
};

QTEST_MAIN(PlotsPanelTest)
#include "plots_panel_test.moc"
