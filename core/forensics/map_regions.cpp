// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/map_regions.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace core::forensics {

namespace {

constexpr int kCellScale = 4; // contours run through pixel centers; finer cells keep them
                              // near the cells' borders
constexpr int kLargestScaledCells = 250'000;
constexpr std::size_t kMostCorners = 60;

struct Grid {
    double cellWidth; // in pixels of the image
    double cellHeight;
};

/// First and last pixel edge of the cells [first, first + count) as HeatMap defines them.
Rect pixelsOf(const cv::Rect& cells, const HeatMap& map, int imageWidth, int imageHeight) {
    const auto edge = [](int cell, int count, int size) {
        return static_cast<int>(static_cast<long long>(cell) * size / count);
    };
    const int left = edge(cells.x, map.columns, imageWidth);
    const int top = edge(cells.y, map.rows, imageHeight);
    const int right = edge(cells.x + cells.width, map.columns, imageWidth);
    const int bottom = edge(cells.y + cells.height, map.rows, imageHeight);
    return {left, top, right - left, bottom - top};
}

/// The component's outer outline in pixels of the image; empty when the box says as much.
std::vector<Point> outlineOf(const cv::Mat& labels, int label, const cv::Rect& cells, Grid grid) {
    const int scale = cells.area() <= kLargestScaledCells ? kCellScale : 1;
    cv::Mat mask = labels(cells) == label;
    if (cv::countNonZero(mask) == cells.area())
        return {};
    cv::resize(mask, mask, {}, scale, scale, cv::INTER_NEAREST);
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    if (contours.empty())
        return {};
    auto longest = *std::ranges::max_element(contours, {}, [](const auto& c) { return c.size(); });

    std::vector<cv::Point> corners;
    double tolerance = 0.6 * scale;
    do {
        cv::approxPolyDP(longest, corners, tolerance, true);
        tolerance *= 1.6;
    } while (corners.size() > kMostCorners);
    if (corners.size() < 3)
        return {};

    std::vector<Point> outline;
    outline.reserve(corners.size());
    for (const cv::Point& corner : corners)
        outline.push_back({(cells.x + (corner.x + 0.5) / scale) * grid.cellWidth,
                           (cells.y + (corner.y + 0.5) / scale) * grid.cellHeight});
    return outline;
}

struct Component {
    int label;
    cv::Rect cells;
    double mean;
    double total;
};

std::vector<Component> componentsOf(const cv::Mat& values, cv::Mat& labels,
                                    const RegionRule& rule) {
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(values > rule.threshold, labels, stats,
                                                       centroids, 8, CV_32S);
    std::vector<double> totals(static_cast<std::size_t>(count), 0.0);
    for (int y = 0; y < values.rows; ++y) {
        for (int x = 0; x < values.cols; ++x)
            totals[static_cast<std::size_t>(labels.at<int>(y, x))] += values.at<float>(y, x);
    }
    const double smallest = rule.minimumShare * static_cast<double>(values.total());
    std::vector<Component> components;
    for (int label = 1; label < count; ++label) {
        const int area = stats.at<int>(label, cv::CC_STAT_AREA);
        if (area < smallest)
            continue;
        const cv::Rect cells(
            stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
            stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT));
        const double total = totals[static_cast<std::size_t>(label)];
        components.push_back({label, cells, total / area, total});
    }
    std::ranges::stable_sort(components, std::ranges::greater{}, &Component::total);
    return components;
}

} // namespace

std::vector<Region> regionsOf(const HeatMap& map, int imageWidth, int imageHeight,
                              const RegionRule& rule) {
    if (map.isEmpty() || imageWidth <= 0 || imageHeight <= 0)
        return {};
    const cv::Mat values(map.rows, map.columns, CV_32F, const_cast<float*>(map.values.data()));
    const Grid grid{static_cast<double>(imageWidth) / map.columns,
                    static_cast<double>(imageHeight) / map.rows};
    cv::Mat labels;
    std::vector<Region> regions;
    for (const Component& component : componentsOf(values, labels, rule)) {
        if (static_cast<int>(regions.size()) >= rule.maximumCount)
            break;
        Region region;
        region.box = pixelsOf(component.cells, map, imageWidth, imageHeight);
        if (region.box.isEmpty())
            continue;
        region.polygon = outlineOf(labels, component.label, component.cells, grid);
        region.score = std::clamp(component.mean, 0.0, 1.0);
        regions.push_back(std::move(region));
    }
    return regions;
}

std::shared_ptr<const HeatMap> heatMapFrom(const cv::Mat& values) {
    auto map = std::make_shared<HeatMap>();
    map->columns = values.cols;
    map->rows = values.rows;
    map->values.reserve(values.total());
    for (int y = 0; y < values.rows; ++y) {
        const float* row = values.ptr<float>(y);
        for (int x = 0; x < values.cols; ++x)
            map->values.push_back(std::isnan(row[x]) ? 0.0F : std::clamp(row[x], 0.0F, 1.0F));
    }
    return map;
}

cv::Mat turnedUpright(const cv::Mat& stored, int orientation) {
    cv::Mat upright;
    switch (orientation) {
    case 2:
        cv::flip(stored, upright, 1);
        return upright;
    case 3:
        cv::flip(stored, upright, -1);
        return upright;
    case 4:
        cv::flip(stored, upright, 0);
        return upright;
    case 5:
        return stored.t();
    case 6:
        cv::rotate(stored, upright, cv::ROTATE_90_CLOCKWISE);
        return upright;
    case 7:
        cv::flip(stored.t(), upright, -1);
        return upright;
    case 8:
        cv::rotate(stored, upright, cv::ROTATE_90_COUNTERCLOCKWISE);
        return upright;
    default:
        return stored;
    }
}

} // namespace core::forensics
