// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/localization_scores.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace core::evaluation {

namespace {

constexpr std::size_t kLevels = 100;

/// Pixels by the level of the map there.
struct Histograms {
    std::array<double, kLevels + 1> inside = {};
    std::array<double, kLevels + 1> outside = {};
};

struct Counts {
    double hits = 0;
    double falseAlarms = 0;
    double misses = 0;

    [[nodiscard]] double f1() const {
        const double all = 2 * hits + falseAlarms + misses;
        return all > 0 ? 2 * hits / all : 0;
    }
    [[nodiscard]] double iou() const {
        const double all = hits + falseAlarms + misses;
        return all > 0 ? hits / all : 0;
    }
};

bool isInside(const PixelView& mask, int x, int y) {
    constexpr int kHalf = 127;
    return mask.data[y * mask.bytesPerRow + static_cast<std::ptrdiff_t>(x) * 3 + 1] > kHalf;
}

Histograms histogramsOf(const HeatMap& map, const PixelView& mask) {
    Histograms counts;
    for (int y = 0; y < mask.height; ++y) {
        const int row = static_cast<int>(static_cast<long long>(y) * map.rows / mask.height);
        for (int x = 0; x < mask.width; ++x) {
            const int column =
                static_cast<int>(static_cast<long long>(x) * map.columns / mask.width);
            const float value = std::clamp(map.at(column, row), 0.0F, 1.0F);
            // Rounding down keeps a level's pixels at or above its threshold.
            const auto level = static_cast<std::size_t>(value * kLevels + 1e-4F);
            (isInside(mask, x, y) ? counts.inside : counts.outside)[level] += 1;
        }
    }
    return counts;
}

Counts countsFrom(const Histograms& histograms, std::size_t threshold) {
    Counts counts;
    for (std::size_t level = 0; level <= kLevels; ++level) {
        (level >= threshold ? counts.hits : counts.misses) += histograms.inside[level];
        counts.falseAlarms += level >= threshold ? histograms.outside[level] : 0;
    }
    return counts;
}

void paint(cv::Mat& area, const Region& region) {
    std::vector<cv::Point> outline;
    for (const Point& point : region.polygon)
        outline.emplace_back(static_cast<int>(std::lround(point.x)),
                             static_cast<int>(std::lround(point.y)));
    if (!outline.empty())
        cv::fillPoly(area, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(1));
    else if (!region.box.isEmpty())
        cv::rectangle(area, {region.box.x, region.box.y, region.box.width, region.box.height},
                      cv::Scalar(1), cv::FILLED);
}

} // namespace

LocalizationScore localization(const HeatMap& map, const image::Image& mask, double threshold) {
    LocalizationScore score;
    if (map.isEmpty() || mask.isNull())
        return score;
    const Histograms histograms = histogramsOf(map, mask.view());
    const Counts fixed =
        countsFrom(histograms, static_cast<std::size_t>(threshold * kLevels + 0.5));
    score.f1 = fixed.f1();
    score.iou = fixed.iou();
    for (std::size_t level = 1; level <= kLevels; ++level)
        score.bestF1 = std::max(score.bestF1, countsFrom(histograms, level).f1());
    return score;
}

LocalizationScore localization(const std::vector<Region>& regions, const image::Image& mask) {
    if (mask.isNull())
        return {};
    cv::Mat area = cv::Mat::zeros(mask.height(), mask.width(), CV_32F);
    for (const Region& region : regions)
        paint(area, region);
    HeatMap map{area.cols, area.rows, {}};
    map.values.assign(area.ptr<float>(), area.ptr<float>() + area.total());
    return localization(map, mask);
}

} // namespace core::evaluation
