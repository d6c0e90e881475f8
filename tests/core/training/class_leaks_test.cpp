// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/mat.h"
#include "core/training/class_leaks.h"
#include "tests/support/picture_maker.h"

#include <opencv2/core.hpp>

#include <QTest>

using namespace core;
using namespace core::training;

class ClassLeaksTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void classesThatDifferInNothingAreFree() {
        const auto report = classLeaks([](int step) { return batch(step, 0); }, 40);
        QVERIFY(report);
        QCOMPARE(report->tiles, 40 * 8);
        QVERIFY2(report->isFree(), qPrintable(QString::number(report->auc)));
    }

    void aBrighterClassIsFound() {
        const auto report = classLeaks([](int step) { return batch(step, 25); }, 40);
        QVERIFY(report);
        QVERIFY(!report->isFree());
        QVERIFY(report->each.at("brightness") > 0.7);
    }

    void oneClassAloneIsAnError() {
        const auto report = classLeaks(
            [](int step) {
                auto tiles = batch(step, 0);
                tiles.whole.isGenerated.assign(tiles.whole.isGenerated.size(), 0);
                return tiles;
            },
            4);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::InvalidArgument);
    }

  private:
    /// Eight tiles of both classes in turns; those of the second are brighter.
    static model::TrainingBatch batch(int step, int brighter) {
        constexpr int kSide = 64;
        model::TrainingBatch batch;
        batch.whole.side = kSide;
        for (unsigned i = 0; i < 8; ++i) {
            const auto scene =
                tests::noisyScene(kSide, kSide, static_cast<unsigned>(step) * 8 + i + 1);
            const cv::Mat tile = image::asMat(scene) + cv::Scalar::all(i % 2 == 1 ? brighter : 0);
            batch.whole.bgr.insert(batch.whole.bgr.end(), tile.datastart, tile.dataend);
            batch.whole.isGenerated.push_back(static_cast<float>(i % 2));
        }
        return batch;
    }
};

QTEST_GUILESS_MAIN(ClassLeaksTest)
#include "class_leaks_test.moc"
