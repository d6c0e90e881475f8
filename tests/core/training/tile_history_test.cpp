// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/mat.h"
#include "core/training/tile_history.h"
#include "tests/support/picture_maker.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace core;
using namespace core::training;

namespace {

constexpr int kSide = 256;
constexpr int kCrop = 96;

/// White where the mask is, black elsewhere: whatever happens to the pixels must happen to the
/// mask.
HistoryTile blackAndWhite() {
    HistoryTile tile{cv::Mat::zeros(kSide, kSide, CV_8UC3), cv::Mat::zeros(kSide, kSide, CV_8U)};
    const cv::Rect place(90, 60, 80, 120);
    tile.pixels(place).setTo(cv::Scalar::all(255));
    tile.mask(place).setTo(255);
    return tile;
}

} // namespace

class TileHistoryTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theMaskFollowsThePixels() {
        for (unsigned seed = 0; seed < 60; ++seed) {
            Random random(seed);
            const HistoryTile tile = withHistory(blackAndWhite(), kCrop, random);
            QCOMPARE(tile.pixels.rows, kCrop);
            QCOMPARE(tile.pixels.cols, kCrop);
            QCOMPARE(tile.mask.size(), tile.pixels.size());
            cv::Mat gray;
            cv::extractChannel(tile.pixels, gray, 1);
            cv::Mat differing;
            cv::bitwise_xor(gray > 127, tile.mask > 127, differing);
            const double share = static_cast<double>(cv::countNonZero(differing)) / (kCrop * kCrop);
            // Blur and compression may move the edge by a pixel.
            QVERIFY2(share < 0.03, qPrintable(QString("seed %1: %2").arg(seed).arg(share)));
        }
    }

    void theSameRandomStateGivesTheSameHistory() {
        const auto picture = tests::noisyScene(kSide, kSide, 3);
        for (unsigned seed = 0; seed < 20; ++seed) {
            Random first(seed);
            Random second(seed);
            const HistoryTile a = withHistory(tileOf(picture.view()), kCrop, first);
            const HistoryTile b = withHistory(tileOf(picture.view()), kCrop, second);
            QCOMPARE(cv::norm(a.pixels, b.pixels, cv::NORM_INF), 0.0);
            QVERIFY(a.mask.empty());
        }
    }

    void historiesDiffer() {
        const auto picture = tests::noisyScene(kSide, kSide, 3);
        Random random(1);
        const HistoryTile a = withHistory(tileOf(picture.view()), kCrop, random);
        const HistoryTile b = withHistory(tileOf(picture.view()), kCrop, random);
        QVERIFY(cv::norm(a.pixels, b.pixels, cv::NORM_L1) > 0);
    }

    void theOriginalIsNotChanged() {
        const auto picture = tests::noisyScene(kSide, kSide, 3);
        const cv::Mat before = image::asMat(picture).clone();
        for (unsigned seed = 0; seed < 20; ++seed) {
            Random random(seed);
            (void)withHistory(tileOf(picture.view()), kCrop, random);
        }
        QCOMPARE(cv::norm(before, image::asMat(picture), cv::NORM_INF), 0.0);
    }
};

QTEST_GUILESS_MAIN(TileHistoryTest)
#include "tile_history_test.moc"
