// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/map_regions.h"

#include <opencv2/core.hpp>

#include <QtTest>

#include <limits>

using namespace core;
using namespace core::forensics;

class MapRegionsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void boxesAreInPixelsAndStayInsideTheImage();
    void smallSpecksAreLeftOut();
    void strongestRegionComesFirst();
    void diagonalNeighborsBelongTogether();
    void irregularRegionHasAnOutline();
    void emptyMapHasNoRegion();
    void valuesAreClampedAndNotANumberBecomesZero();
    void turningMatchesTheOrientation_data();
    void turningMatchesTheOrientation();
};

void MapRegionsTest::boxesAreInPixelsAndStayInsideTheImage() {
    cv::Mat values = cv::Mat::zeros(10, 10, CV_32F);
    values(cv::Rect(8, 8, 2, 2)) = 0.9F;
    const auto regions = regionsOf(*heatMapFrom(values), 103, 57, {});
    QCOMPARE(regions.size(), std::size_t{1});
    QCOMPARE(regions[0].box, (Rect{82, 45, 21, 12}));
    QVERIFY(std::abs(regions[0].score - 0.9) < 1e-6);
    QVERIFY(regions[0].polygon.empty());
}

void MapRegionsTest::smallSpecksAreLeftOut() {
    cv::Mat values = cv::Mat::zeros(100, 100, CV_32F);
    values(cv::Rect(10, 10, 3, 3)) = 1.0F;
    QVERIFY(regionsOf(*heatMapFrom(values), 800, 800, {}).empty());
    QCOMPARE(regionsOf(*heatMapFrom(values), 800, 800, {0.5, 0.0005, 3}).size(), std::size_t{1});
}

void MapRegionsTest::strongestRegionComesFirst() {
    cv::Mat values = cv::Mat::zeros(40, 40, CV_32F);
    for (int i = 0; i < 4; ++i)
        values(cv::Rect(i * 10, 5, 5, 5)) = 0.6F + 0.1F * static_cast<float>(i);
    const auto regions = regionsOf(*heatMapFrom(values), 40, 40, {});
    QCOMPARE(regions.size(), std::size_t{3});
    QCOMPARE(regions[0].box.x, 30);
    QCOMPARE(regions[2].box.x, 10);
}

void MapRegionsTest::diagonalNeighborsBelongTogether() {
    cv::Mat values = cv::Mat::zeros(20, 20, CV_32F);
    values(cv::Rect(2, 2, 3, 3)) = 0.8F;
    values(cv::Rect(5, 5, 3, 3)) = 0.8F;
    const auto regions = regionsOf(*heatMapFrom(values), 20, 20, {});
    QCOMPARE(regions.size(), std::size_t{1});
    QCOMPARE(regions[0].box, (Rect{2, 2, 6, 6}));
}

void MapRegionsTest::irregularRegionHasAnOutline() {
    cv::Mat values = cv::Mat::zeros(20, 20, CV_32F);
    values(cv::Rect(4, 4, 10, 3)) = 0.8F;
    values(cv::Rect(4, 4, 3, 10)) = 0.8F;
    const auto regions = regionsOf(*heatMapFrom(values), 200, 200, {});
    QCOMPARE(regions.size(), std::size_t{1});
    QVERIFY(regions[0].polygon.size() >= 6);
    for (const Point& point : regions[0].polygon) {
        QVERIFY(point.x >= 39 && point.x <= 141);
        QVERIFY(point.y >= 39 && point.y <= 141);
    }
}

void MapRegionsTest::emptyMapHasNoRegion() {
    QVERIFY(regionsOf(HeatMap{}, 100, 100, {}).empty());
    QVERIFY(regionsOf(*heatMapFrom(cv::Mat::ones(4, 4, CV_32F)), 0, 0, {}).empty());
}

void MapRegionsTest::valuesAreClampedAndNotANumberBecomesZero() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const cv::Mat values = (cv::Mat_<float>(1, 4) << -1.0F, nan, 0.25F, 7.0F);
    const auto map = heatMapFrom(values);
    QCOMPARE(map->values, (std::vector<float>{0.0F, 0.0F, 0.25F, 1.0F}));
}

void MapRegionsTest::turningMatchesTheOrientation_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<std::vector<int>>("upright"); // rows, cols, values
    QTest::newRow("1 as stored") << 1 << std::vector<int>{2, 3, 1, 2, 3, 4, 5, 6};
    QTest::newRow("2 mirrored") << 2 << std::vector<int>{2, 3, 3, 2, 1, 6, 5, 4};
    QTest::newRow("3 upside down") << 3 << std::vector<int>{2, 3, 6, 5, 4, 3, 2, 1};
    QTest::newRow("4 mirrored upside down") << 4 << std::vector<int>{2, 3, 4, 5, 6, 1, 2, 3};
    QTest::newRow("5 transposed") << 5 << std::vector<int>{3, 2, 1, 4, 2, 5, 3, 6};
    QTest::newRow("6 turn clockwise") << 6 << std::vector<int>{3, 2, 4, 1, 5, 2, 6, 3};
    QTest::newRow("7 transversed") << 7 << std::vector<int>{3, 2, 6, 3, 5, 2, 4, 1};
    QTest::newRow("8 turn counterclockwise") << 8 << std::vector<int>{3, 2, 3, 6, 2, 5, 1, 4};
}

void MapRegionsTest::turningMatchesTheOrientation() {
    QFETCH(int, orientation);
    QFETCH(std::vector<int>, upright);
    const cv::Mat stored = (cv::Mat_<float>(2, 3) << 1, 2, 3, 4, 5, 6);
    const cv::Mat turned = turnedUpright(stored, orientation);
    std::vector<int> actual{turned.rows, turned.cols};
    for (int y = 0; y < turned.rows; ++y) {
        for (int x = 0; x < turned.cols; ++x)
            actual.push_back(static_cast<int>(turned.at<float>(y, x)));
    }
    QCOMPARE(actual, upright);
}

QTEST_APPLESS_MAIN(MapRegionsTest)
#include "map_regions_test.moc"
