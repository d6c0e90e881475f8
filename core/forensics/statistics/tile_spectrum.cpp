// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/tile_spectrum.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace core::forensics {

namespace {

constexpr int kTile = 64;
constexpr double kFlat = 0.3; ///< gray levels
constexpr double kEdges = 25;

bool isUsable(const cv::Mat& tile) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(tile, mean, deviation);
    return deviation[0] >= kFlat && deviation[0] <= kEdges;
}

/// Adds log(power + 1) of OpenCV's packed half spectrum: rows are vertical frequencies.
void addLogPower(const cv::Mat& transform, cv::Mat& total) {
    cv::Mat planes[2];
    cv::split(transform, planes);
    cv::Mat power = planes[0].mul(planes[0]) + planes[1].mul(planes[1]) + 1;
    cv::log(power, power);
    total += power;
}

} // namespace

std::vector<float> tileSpectrum(const cv::Mat& plane) {
    cv::Mat values;
    plane.convertTo(values, CV_32F);
    cv::Mat smooth;
    cv::GaussianBlur(values, smooth, {0, 0}, 1.0);
    const cv::Mat residual = values - smooth;
    cv::Mat hann;
    cv::createHanningWindow(hann, {kTile, kTile}, CV_32F);
    cv::Mat total = cv::Mat::zeros(kTile, kTile, CV_32F);
    int tiles = 0;
    for (int y = 0; y + kTile <= residual.rows; y += kTile) {
        for (int x = 0; x + kTile <= residual.cols; x += kTile) {
            const cv::Mat tile = residual(cv::Rect(x, y, kTile, kTile));
            if (!isUsable(tile))
                continue;
            cv::Mat transform;
            cv::dft(tile.mul(hann), transform, cv::DFT_COMPLEX_OUTPUT);
            addLogPower(transform, total);
            ++tiles;
        }
    }
    std::vector<float> folded(static_cast<std::size_t>(kSpectrumSide) * kSpectrumSide, 0.F);
    if (tiles == 0)
        return folded;
    for (int v = 0; v < kSpectrumSide; ++v) {
        for (int u = 0; u < kSpectrumSide; ++u)
            folded[static_cast<std::size_t>(v * kSpectrumSide + u)] =
                (total.at<float>(v, u) + total.at<float>((kTile - v) % kTile, u)) /
                static_cast<float>(2 * tiles);
    }
    return folded;
}

} // namespace core::forensics
