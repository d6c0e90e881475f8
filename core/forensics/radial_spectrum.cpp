// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/radial_spectrum.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace core::forensics {

namespace {

constexpr int kWindow = 128;
constexpr int kMostWindowsPerSide = 20;
constexpr std::size_t kAnchorFirst = 3; // bins of the 0 dB anchor
constexpr std::size_t kAnchorLast = 7;
constexpr double kSmallestPower = 1e-3; // below it the picture is flat

using RadialPower = std::array<double, kSpectrumBins>;

/// Corners of `count` windows spread evenly over `size` pixels.
int corner(int index, int count, int size) {
    return count == 1 ? (size - kWindow) / 2 : index * (size - kWindow) / (count - 1);
}

int windowsAlong(int size) {
    return std::clamp(2 * size / kWindow - 1, 1, kMostWindowsPerSide);
}

/// Adds one window's power; the mean over each ring.
void addWindow(const cv::Mat& pixels, const cv::Mat& taper, RadialPower& power) {
    cv::Mat tapered = pixels - cv::mean(pixels)[0];
    tapered = tapered.mul(taper);
    cv::Mat transformed;
    cv::dft(tapered, transformed, cv::DFT_COMPLEX_OUTPUT);
    RadialPower ring{};
    std::array<int, kSpectrumBins> count{};
    for (int v = 0; v < kWindow; ++v) {
        const auto* row = transformed.ptr<cv::Vec2f>(v);
        const int y = v <= kWindow / 2 ? v : v - kWindow;
        for (int u = 0; u <= kWindow / 2; ++u) {
            const auto radius = static_cast<std::size_t>(std::lround(std::hypot(u, y)));
            if (radius == 0 || radius > kSpectrumBins)
                continue;
            ring[radius - 1] += row[u].dot(row[u]);
            ++count[radius - 1];
        }
    }
    for (std::size_t i = 0; i < kSpectrumBins; ++i)
        power[i] += ring[i] / count[i];
}

} // namespace

Result<std::optional<RadialSpectrum>> radialSpectrum(const cv::Mat& luma,
                                                     const std::stop_token& stop) {
    if (std::min(luma.rows, luma.cols) < kWindow)
        return std::nullopt;
    cv::Mat taper;
    cv::createHanningWindow(taper, {kWindow, kWindow}, CV_32F);
    RadialPower power{};
    const int across = windowsAlong(luma.cols);
    const int down = windowsAlong(luma.rows);
    for (int row = 0; row < down; ++row) {
        for (int column = 0; column < across; ++column) {
            if (stop.stop_requested())
                return cancelled();
            const cv::Rect window(corner(column, across, luma.cols), corner(row, down, luma.rows),
                                  kWindow, kWindow);
            addWindow(luma(window), taper, power);
        }
    }
    double anchor = 0;
    for (std::size_t i = kAnchorFirst; i <= kAnchorLast; ++i)
        anchor += power[i] / static_cast<double>(kAnchorLast - kAnchorFirst + 1);
    if (anchor / (across * down) < kSmallestPower)
        return std::nullopt;
    RadialSpectrum spectrum{};
    for (std::size_t i = 0; i < kSpectrumBins; ++i)
        spectrum[i] = 10 * std::log10(std::max(power[i] / anchor, 1e-12));
    return spectrum;
}

} // namespace core::forensics
