// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_examination.h"
#include "ui/review/map_layers.h"
#include "ui/review/measurements_view.h"

#include <QLabel>
#include <QTest>
#include <QTreeWidget>

using ui::review::MeasurementsView;

class MeasurementsViewTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyAnalyzerHasARow() {
        MeasurementsView view;
        view.setExamination(tests::sampleExamination());
        const auto* table = view.findChild<QTreeWidget*>("measurementTable");
        QCOMPARE(table->topLevelItemCount(), 2);
        QCOMPARE(table->topLevelItem(0)->text(0), QString("Noise level"));
        QVERIFY(table->topLevelItem(0)->text(1).startsWith(QLocale().toString(2.5, 'g', 3)));
        QVERIFY(table->topLevelItem(0)->text(2).contains(QLocale().toString(1.3, 'g', 3)));
        QVERIFY(table->topLevelItem(1)->text(0).contains("The file is no JPEG."));
    }

    void whatIsOutsideOfTheUsualStandsOut() {
        MeasurementsView view;
        auto examination = tests::sampleExamination(); // 2.5 where 0.8 to 1.3 is usual
        view.setExamination(examination);
        const auto* table = view.findChild<QTreeWidget*>("measurementTable");
        QVERIFY(table->topLevelItem(0)->font(1).bold());
        QVERIFY(table->topLevelItem(0)
                    ->data(1, Qt::AccessibleTextRole)
                    .toString()
                    .contains("above the usual"));
        auto usual = std::make_shared<core::examination::Examination>(*examination);
        usual->measurements[0].value = 1;
        view.setExamination(usual);
        QVERIFY(!table->topLevelItem(0)->font(1).bold());
    }

    void choosingARowGivesItsMap() {
        MeasurementsView view;
        const auto examination = tests::sampleExamination();
        view.setExamination(examination);
        QString name;
        std::shared_ptr<const core::HeatMap> map;
        connect(&view, &MeasurementsView::mapChosen, this,
                [&](const QString& analyzer, const std::shared_ptr<const core::HeatMap>& chosen) {
                    name = analyzer;
                    map = chosen;
                });
        auto* table = view.findChild<QTreeWidget*>("measurementTable");
        table->setCurrentItem(table->topLevelItem(0));
        QCOMPARE(name, QString("Noise level"));
        QCOMPARE(map, examination->measurements[0].map);
        table->setCurrentItem(table->topLevelItem(1));
        QVERIFY(!map);
    }

    void anEngineThatMeasuresNothingIsNamedAsSuch() {
        MeasurementsView view;
        const auto examination = tests::sampleExamination();
        examination->measurements.clear();
        view.setExamination(examination);
        QVERIFY(view.findChild<QLabel*>("measurementHint")->text().contains("measures nothing"));
    }

    void layersHoldNoMapTwice() {
        auto examination = tests::sampleExamination();
        examination->clues[1].map = examination->measurements[0].map;
        const auto layers = ui::review::mapLayersOf(*examination);
        QCOMPARE(layers.size(), std::size_t(3));
        QCOMPARE(layers[0].name, QString("Overall map"));
        QCOMPARE(layers[1].name, QString("Noise level"));
        QCOMPARE(layers[2].name, QString("Map of clue 1"));
    }
};

QTEST_MAIN(MeasurementsViewTest)
#include "measurements_view_test.moc"
