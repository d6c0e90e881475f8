// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/square_view.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace core::forensics;

namespace {

cv::Mat scene(int width, int height) {
    cv::RNG random(7);
    cv::Mat picture(height, width, CV_8UC3);
    random.fill(picture, cv::RNG::NORMAL, 128, 40);
    cv::GaussianBlur(picture, picture, {}, 6);
    cv::normalize(picture, picture, 0, 255, cv::NORM_MINMAX);
    return picture;
}

double meanDifference(const cv::Mat& a, const cv::Mat& b) {
    return cv::norm(a, b, cv::NORM_L1) / static_cast<double>(a.total() * a.channels());
}

constexpr int kSide = 100;
constexpr LastSave kSave{0, 4, 4};

} // namespace

class SquareViewTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theSquareLiesInTheMiddle() {
        QCOMPARE(middleSquare({300, 200}), cv::Rect(50, 0, 200, 200));
        QCOMPARE(middleSquare({200, 301}), cv::Rect(0, 50, 200, 200));
    }

    void theViewHasOneSizeWhateverThePicture() {
        for (const cv::Size size : {cv::Size(64, 90), cv::Size(150, 150), cv::Size(1200, 800)}) {
            const cv::Mat picture = scene(size.width, size.height);
            const auto view = squareView(picture, middleSquare(size), kSide, kSave);
            QVERIFY(view);
            QCOMPARE(view->size(), cv::Size(kSide, kSide));
            QVERIFY(view->isContinuous());
        }
    }

    /// What lies beside the square, and so the picture's shape, has no part in the view.
    void thePicturesShapeDoesNotMatter() {
        const cv::Mat wide = scene(640, 400);
        const cv::Rect square = middleSquare(wide.size());
        const cv::Mat alone = wide(square).clone();
        const auto inside = squareView(wide, square, kSide, kSave);
        const auto cut = squareView(alone, middleSquare(alone.size()), kSide, kSave);
        QVERIFY(inside && cut);
        QCOMPARE(cv::norm(*inside, *cut, cv::NORM_INF), 0.0);
    }

    void anEarlierSaveIsHardlySeen() {
        const cv::Mat picture = scene(800, 800);
        const auto once = squareView(picture, middleSquare(picture.size()), kSide, {0, 4, 4});
        const auto twice = squareView(picture, middleSquare(picture.size()), kSide, {90, 4, 4});
        QVERIFY(once && twice);
        const double difference = meanDifference(*once, *twice);
        QVERIFY2(difference < 5, qPrintable(QString::number(difference)));
    }
};

QTEST_GUILESS_MAIN(SquareViewTest)
#include "square_view_test.moc"
