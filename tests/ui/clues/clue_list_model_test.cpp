// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_examination.h"
#include "ui/clues/clue_list_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using ui::clues::ClueListModel;

class ClueListModelTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void keepsTheRulesOfModels() {
        ClueListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setExamination(tests::sampleExamination());
        QCOMPARE(model.rowCount(), 4);
        model.setExamination(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void aRowSaysWhatWhoAndWhere() {
        ClueListModel model;
        model.setExamination(tests::sampleExamination());
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data().toString(), QString("The left is quieter than the rest."));
        QCOMPARE(first.data(ClueListModel::NumberRole).toInt(), 1);
        QCOMPARE(first.data(ClueListModel::DetailRole).toString(),
                 QString("Noise · measured · toward fake · left, 24 % of the picture"));
        QVERIFY(first.data(Qt::ToolTipRole).toString().contains("strength 80 %"));
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith("Clue 1: The left"));
    }

    void theWholeImageIsNamed() {
        ClueListModel model;
        model.setExamination(tests::sampleExamination());
        const QString detail = model.index(3).data(ClueListModel::DetailRole).toString();
        QVERIFY2(detail.contains("whole image"), qPrintable(detail));
        QVERIFY2(detail.contains("toward photograph"), qPrintable(detail));
        QVERIFY(!model.index(3).data(ClueListModel::HasRegionsRole).toBool());
    }
};

QTEST_MAIN(ClueListModelTest)
#include "clue_list_model_test.moc"
