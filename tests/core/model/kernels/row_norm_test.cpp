// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/row_norm.h"

#include <QtTest>

using namespace core::model;

class RowNormTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::manual_seed(3); }

    void rowsAreDividedByTheirRootMeanSquare_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("width");
        for (const int width : {1, 15, 16, 33, 4096})
            for (const int rows : {1, 2, 40})
                QTest::addRow("%d x %d", rows, width) << rows << width;
    }
    void rowsAreDividedByTheirRootMeanSquare() {
        QFETCH(int, rows);
        QFETCH(int, width);
        const at::Tensor x = at::randn({rows, width});
        const at::Tensor weight = at::rand({width});
        const at::Tensor wide = x.to(at::kDouble);
        const at::Tensor expected =
            wide / (wide.square().mean(1, true) + 1e-5).sqrt() * weight.to(at::kDouble);
        const at::Tensor result = rmsNormalized(x, weight, 1e-5);
        QVERIFY(at::allclose(result.to(at::kDouble), expected, 1e-5, 1e-6));
    }

    void rowsDoNotInfluenceEachOther() {
        const at::Tensor x = at::randn({23, 100});
        const at::Tensor weight = at::rand({100});
        const at::Tensor together = rmsNormalized(x, weight, 1e-5);
        for (int row = 0; row < 23; ++row)
            QVERIFY(at::equal(together.narrow(0, row, 1),
                              rmsNormalized(x.narrow(0, row, 1), weight, 1e-5)));
    }

    void columnsOfALargerTensorAreRead() {
        const at::Tensor large = at::randn({6, 64});
        const at::Tensor part = large.narrow(1, 16, 32);
        QVERIFY(at::equal(rmsNormalized(part, at::ones({32}), 1e-5),
                          rmsNormalized(part.contiguous(), at::ones({32}), 1e-5)));
    }
};

QTEST_GUILESS_MAIN(RowNormTest)
#include "row_norm_test.moc"
