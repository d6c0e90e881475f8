// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/plot_data.h"
#include "tests/core/forensics/constructed_edits.h"
#include "tests/support/shared_data.h"

#include "core/image/safe_decoder.h"

#include <opencv2/core.hpp>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

using namespace core;
using namespace core::forensics;
using namespace tests;

namespace {

std::vector<examination::PlotSeries> seriesOf(const Subject& subject, const std::string& plot) {
    auto all = plotData(subject);
    if (!all)
        qFatal("%s", all.error().message.c_str());
    std::erase_if(*all, [&](const auto& series) { return series.plot != plot; });
    return *all;
}

/// A wave of `period` pixels to the right on gray.
cv::Mat wave(double period) {
    cv::Mat pixels(256, 256, CV_8UC3);
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x)
            pixels.at<cv::Vec3b>(y, x) = cv::Vec3b::all(
                cv::saturate_cast<std::uint8_t>(128 + 80 * std::sin(2 * CV_PI * x / period)));
    }
    return pixels;
}

double shareInsideBand(const examination::PlotSeries& series) {
    int inside = 0;
    for (std::size_t i = 0; i < series.y.size(); ++i)
        inside += series.y[i] >= series.low[i] && series.y[i] <= series.high[i] ? 1 : 0;
    return inside / static_cast<double>(series.y.size());
}

} // namespace

class PlotDataTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void histogramSharesAddUpToOne();
    void histogramShowsTheColor();
    void waveShowsAsAPeakAtItsFrequency();
    void bandIsOrderedAndAsLongAsTheCurve();
    void photographsLieInTheBand();
    void dctHistogramsCountEveryBlock();
    void pngHasNoDctHistograms();
    void flatAndSmallPicturesHaveNoSpectrum();
    void stoppedWorkEndsAsCancelled();
};

void PlotDataTest::histogramSharesAddUpToOne() {
    const auto histogram = seriesOf(pngSubject(texturedScene(200, 150, 1)), "histogram");
    QCOMPARE(histogram.size(), std::size_t{3});
    QCOMPARE(histogram[0].name, std::string("red"));
    for (const auto& series : histogram) {
        QCOMPARE(series.x.size(), std::size_t{256});
        QVERIFY(std::abs(std::accumulate(series.y.begin(), series.y.end(), 0.0) - 1) < 1e-9);
    }
}

void PlotDataTest::histogramShowsTheColor() {
    const cv::Mat pixels(160, 160, CV_8UC3, cv::Scalar(10, 120, 230));
    const auto histogram = seriesOf(pngSubject(pixels), "histogram");
    QCOMPARE(histogram[0].y[230], 1.0);
    QCOMPARE(histogram[1].y[120], 1.0);
    QCOMPARE(histogram[2].y[10], 1.0);
}

void PlotDataTest::waveShowsAsAPeakAtItsFrequency() {
    const auto spectrum = seriesOf(pngSubject(wave(4)), "spectrum");
    // A pure wave has no power at the anchor but its rounding noise.
    QCOMPARE(spectrum.size(), std::size_t{1});
    const auto& y = spectrum[0].y;
    const auto peak = static_cast<std::size_t>(std::ranges::max_element(y) - y.begin());
    QVERIFY(std::abs(spectrum[0].x[peak] - 0.25) < 0.005);
}

void PlotDataTest::bandIsOrderedAndAsLongAsTheCurve() {
    const auto spectrum = seriesOf(pngSubject(texturedScene(300, 200, 2)), "spectrum");
    QCOMPARE(spectrum.size(), std::size_t{1});
    const auto& series = spectrum[0];
    QCOMPARE(series.low.size(), series.x.size());
    QCOMPARE(series.high.size(), series.x.size());
    QCOMPARE(series.x.back(), 0.5);
    for (std::size_t i = 0; i < series.x.size(); ++i)
        QVERIFY(series.low[i] < series.high[i]);
}

void PlotDataTest::photographsLieInTheBand() {
    const auto folder = sharedData("data/train/real");
    if (!folder)
        QSKIP("The developers' photographs are not on this machine.");
    std::vector<std::filesystem::path> files(std::filesystem::directory_iterator(*folder), {});
    std::ranges::sort(files);
    std::vector<double> shares;
    for (std::size_t i = 0; i < files.size(); i += 7) {
        const auto file = image::readEvidence(files[i], {});
        const auto picture = image::decode(*file, {});
        const auto spectrum = seriesOf(*makeSubject(*file, *picture), "spectrum");
        if (!spectrum.empty())
            shares.push_back(shareInsideBand(spectrum[0]));
    }
    std::ranges::sort(shares);
    QVERIFY(shares.size() > 10);
    QVERIFY(shares[shares.size() / 2] > 0.9);
}

void PlotDataTest::dctHistogramsCountEveryBlock() {
    const auto dct = seriesOf(jpegSubject(texturedScene(160, 120, 3), 75), "dct");
    QCOMPARE(dct.size(), std::size_t{6});
    QCOMPARE(dct[0].name, std::string("AC(0,1)"));
    QCOMPARE(dct[1].name, std::string("AC(1,0)"));
    for (const auto& series : dct) {
        QCOMPARE(series.x.size(), series.y.size());
        QCOMPARE(series.x.front(), -series.x.back());
        const double counted = std::accumulate(series.y.begin(), series.y.end(), 0.0);
        QVERIFY(counted > 0 && counted <= 20 * 15);
    }
}

void PlotDataTest::pngHasNoDctHistograms() {
    QVERIFY(seriesOf(pngSubject(texturedScene(160, 120, 3)), "dct").empty());
}

void PlotDataTest::flatAndSmallPicturesHaveNoSpectrum() {
    QVERIFY(
        seriesOf(pngSubject(cv::Mat(200, 200, CV_8UC3, cv::Scalar::all(99))), "spectrum").empty());
    QVERIFY(seriesOf(pngSubject(texturedScene(100, 400, 4)), "spectrum").empty());
}

void PlotDataTest::stoppedWorkEndsAsCancelled() {
    std::stop_source source;
    source.request_stop();
    const auto plots = plotData(pngSubject(texturedScene(300, 200, 5)), source.get_token());
    QVERIFY(!plots);
    QCOMPARE(plots.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(PlotDataTest)
#include "plot_data_test.moc"
