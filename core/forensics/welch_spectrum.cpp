// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/welch_spectrum.h"

#include "core/forensics/rendered_content.h"
#include "core/forensics/sample_windows.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace core::forensics {

namespace {

constexpr std::size_t kMostWindows = 64;
constexpr double kFlat = 2;
constexpr double kDark = 6;
constexpr double kBright = 249;

/// Whether most of the window repeats from block to block to the level, as what a decoder makes of
/// lost data does.
bool repeatsByBlock(const cv::Mat& gray) {
    constexpr int kBlock = 8;
    const cv::Mat here = gray(cv::Rect(0, 0, gray.cols - kBlock, gray.rows - kBlock));
    const cv::Mat there = gray(cv::Rect(kBlock, kBlock, here.cols, here.rows));
    cv::Mat difference;
    cv::absdiff(here, there, difference);
    return cv::countNonZero(difference <= 1) > static_cast<int>(here.total() / 2);
}

bool isUsable(const cv::Mat& window) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(window, mean, deviation);
    if (deviation[0] <= kFlat || mean[0] <= kDark || mean[0] >= kBright)
        return false;
    cv::Mat gray;
    window.convertTo(gray, CV_8U);
    return !isTwoTone(gray) && !repeatsByBlock(gray);
}

} // namespace

Result<WelchSpectrum> welchSpectrum(const cv::Mat& luma, int side, std::stop_token stop) {
    WelchSpectrum spectrum;
    spectrum.power = cv::Mat::zeros(side, side, CV_32F);
    cv::Mat hann;
    cv::createHanningWindow(hann, {side, side}, CV_32F);
    for (const cv::Rect& place : sampleWindows(luma.size(), {side, side / 2}, kMostWindows)) {
        if (stop.stop_requested())
            return cancelled();
        const cv::Mat window = luma(place);
        if (!isUsable(window))
            continue;
        cv::Mat smooth;
        cv::medianBlur(window, smooth, 3);
        cv::Mat transform;
        cv::dft((window - smooth).mul(hann), transform, cv::DFT_COMPLEX_OUTPUT);
        std::vector<cv::Mat> parts;
        cv::split(transform, parts);
        spectrum.power += parts[0].mul(parts[0]) + parts[1].mul(parts[1]);
        ++spectrum.windows;
    }
    if (spectrum.windows > 0)
        spectrum.power /= spectrum.windows;
    return spectrum;
}

} // namespace core::forensics
