// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/detail_line.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace core::forensics {

namespace {

constexpr double kFlat = 2; // variance of the luma in gray levels squared
constexpr double kChangeFloor = 0.05;
constexpr double kSmallestSpread = 0.1;
constexpr int kMostBlocks = 50'000; // of the fit
constexpr std::size_t kFewestBlocks = 100;
constexpr int kRounds = 6;

struct Sample {
    double x;
    double y;
};

double logDetail(double detail) {
    return std::log(detail + 1);
}
double logChange(double change) {
    return std::log(change + kChangeFloor);
}

std::vector<Sample> samplesOf(const ResaveError& error) {
    const int step = static_cast<int>(error.change.total() / kMostBlocks) + 1;
    std::vector<Sample> samples;
    int index = 0;
    for (int y = 0; y < error.change.rows; ++y) {
        for (int x = 0; x < error.change.cols; ++x, ++index) {
            const double detail = error.detail.at<float>(y, x);
            if (index % step == 0 && detail >= kFlat)
                samples.push_back({logDetail(detail), logChange(error.change.at<float>(y, x))});
        }
    }
    return samples;
}

double medianDeviation(const DetailLine& line, const std::vector<Sample>& samples) {
    std::vector<double> deviations;
    deviations.reserve(samples.size());
    for (const Sample& sample : samples)
        deviations.push_back(std::abs(sample.y - line.intercept - line.slope * sample.x));
    const auto middle = deviations.begin() + static_cast<std::ptrdiff_t>(deviations.size() / 2);
    std::ranges::nth_element(deviations, middle);
    return *middle;
}

/// Weighted least squares; Tukey's weights leave out what lies beyond `reach`.
void refit(DetailLine& line, const std::vector<Sample>& samples, double reach) {
    double w = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const Sample& sample : samples) {
        const double r = (sample.y - line.intercept - line.slope * sample.x) / reach;
        const double weight = std::abs(r) < 1 ? std::pow(1 - r * r, 2) : 0;
        w += weight;
        x += weight * sample.x;
        y += weight * sample.y;
        xx += weight * sample.x * sample.x;
        xy += weight * sample.x * sample.y;
    }
    const double determinant = w * xx - x * x;
    if (w <= 0)
        return;
    line.slope = determinant > 1e-6 * w * w ? (w * xy - x * y) / determinant : 0;
    line.intercept = (y - line.slope * x) / w;
}

} // namespace

double DetailLine::excess(double detail, double change) const {
    return detail < kFlat ? 0 : logChange(change) - intercept - slope * logDetail(detail);
}

std::optional<DetailLine> fitDetailLine(const ResaveError& error) {
    const auto samples = samplesOf(error);
    if (samples.size() < kFewestBlocks)
        return std::nullopt;
    DetailLine line;
    refit(line, samples, 1e9); // plain least squares to begin with
    for (int round = 0; round < kRounds; ++round)
        refit(line, samples,
              4.685 * std::max(1.4826 * medianDeviation(line, samples), kSmallestSpread));
    line.spread = std::max(1.4826 * medianDeviation(line, samples), kSmallestSpread);
    return line;
}

} // namespace core::forensics
