// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/graphics.h"

#include <opencv2/core.hpp>

#include <QTest>

using namespace core::training;

class GraphicsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theSameSeedDrawsTheSame() {
        Random first(5);
        Random second(5);
        Random third(6);
        const cv::Size size(256, 256);
        const cv::Mat picture = renderedGraphic(size, first);
        QCOMPARE(picture.type(), CV_8UC3);
        QCOMPARE(picture.size(), size);
        QCOMPARE(cv::norm(picture, renderedGraphic(size, second)), 0.0);
        QVERIFY(cv::norm(picture, renderedGraphic(size, third)) > 0);
    }

    void mostOfThePictureStaysVisibleBelow() {
        double untouched = 0;
        constexpr int kPictures = 30;
        for (int seed = 0; seed < kPictures; ++seed) {
            Random random(static_cast<std::uint64_t>(seed));
            cv::Mat picture(256, 256, CV_8UC3, cv::Scalar(11, 22, 33));
            drawGraphics(picture, random);
            cv::Mat same;
            cv::inRange(picture, cv::Scalar(11, 22, 33), cv::Scalar(11, 22, 33), same);
            untouched += cv::countNonZero(same) / static_cast<double>(picture.total()) / kPictures;
        }
        QVERIFY2(untouched > 0.6 && untouched < 0.99, qPrintable(QString::number(untouched)));
    }
};

QTEST_GUILESS_MAIN(GraphicsTest)
#include "graphics_test.moc"
