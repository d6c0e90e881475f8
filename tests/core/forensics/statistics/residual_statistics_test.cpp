// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/residual_statistics.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numeric>

using namespace core;
using namespace core::forensics;

namespace {

cv::Mat noise(int width, int height, double deviation, std::uint64_t seed) {
    cv::RNG random(seed);
    cv::Mat picture(height, width, CV_8UC3);
    random.fill(picture, cv::RNG::NORMAL, 128, deviation);
    return picture;
}

double distanceBetween(const std::vector<float>& a, const std::vector<float>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(static_cast<double>(a[i]) - b[i], 2);
    return std::sqrt(sum);
}

cv::Mat planeOf(const cv::Mat& bgr) {
    cv::Mat plane;
    cv::extractChannel(bgr, plane, 0);
    return plane;
}

} // namespace

class ResidualStatisticsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void frequenciesOfAllPatternsAddUpToOne() {
        // Each pattern stands for one to four codes; squares are frequencies of a single code.
        const auto values = coOccurrences(planeOf(noise(96, 64, 6, 1)), Difference::Second, 2.25);
        QCOMPARE(static_cast<int>(values.size()), kPatterns);
        double sum = 0;
        for (const float value : values)
            sum += static_cast<double>(value) * value;
        QVERIFY(sum > 0.25);
        QVERIFY(sum <= 1.0);
    }

    void aPictureItsMirrorAndItsNegativeHaveThePatternsAlike() {
        const cv::Mat plane = planeOf(noise(96, 64, 6, 2));
        cv::Mat mirrored;
        cv::flip(plane, mirrored, 1);
        cv::Mat turned;
        cv::rotate(plane, turned, cv::ROTATE_90_CLOCKWISE);
        const cv::Mat negative = 255 - plane;
        const auto expected = coOccurrences(plane, Difference::Third, 2.5);
        for (const cv::Mat& other : {mirrored, turned, negative})
            QVERIFY(distanceBetween(coOccurrences(other, Difference::Third, 2.5), expected) < 1e-5);
    }

    void aFlatPlaneHasOnePatternAndNoSpectrum() {
        const cv::Mat flat(64, 64, CV_8U, cv::Scalar(90));
        const auto values = coOccurrences(flat, Difference::Second, 1.5);
        QCOMPARE(std::accumulate(values.begin(), values.end(), 0.0F), 1.0F);
        const auto spectrum = tileSpectrum(flat);
        QCOMPARE(std::accumulate(spectrum.begin(), spectrum.end(), 0.0F), 0.0F);
    }

    void aWaveStandsAtItsFrequency() {
        cv::Mat plane(128, 128, CV_8U);
        for (int y = 0; y < plane.rows; ++y) {
            for (int x = 0; x < plane.cols; ++x)
                plane.at<std::uint8_t>(y, x) =
                    static_cast<std::uint8_t>(128 + 20 * std::sin(2 * CV_PI * x * 16 / 64));
        }
        const auto spectrum = tileSpectrum(plane);
        const auto highest = std::ranges::max_element(spectrum) - spectrum.begin();
        QCOMPARE(static_cast<int>(highest % kSpectrumSide), 16);
        QCOMPARE(static_cast<int>(highest / kSpectrumSide), 0);
    }

    void theSamePictureGivesTheSameValues() {
        const cv::Mat picture = noise(200, 160, 10, 3);
        const auto first = residualStatistics(picture, {});
        const auto second = residualStatistics(picture, {});
        QVERIFY(first.has_value() && second.has_value());
        QCOMPARE(static_cast<int>(first->size()), kStatisticsValues);
        QCOMPARE(*first, *second);
    }

    void tinyPicturesAreNoProblem() {
        const auto values = residualStatistics(noise(16, 16, 10, 4), {0, 7, 7});
        QVERIFY(values.has_value());
        QVERIFY(std::ranges::all_of(*values, [](float value) { return std::isfinite(value); }));
    }

    void everyValueIsOfOneKindAndOneColor() {
        int patterns = 0;
        int colored = 0;
        for (int i = 0; i < kStatisticsValues; ++i) {
            patterns += isPattern(i) ? 1 : 0;
            colored += isColor(i) ? 1 : 0;
        }
        QCOMPARE(patterns, 6 * kPatterns);
        QCOMPARE(colored, kStatisticsValues / 3 * 2);
    }
};

QTEST_GUILESS_MAIN(ResidualStatisticsTest)
#include "residual_statistics_test.moc"
