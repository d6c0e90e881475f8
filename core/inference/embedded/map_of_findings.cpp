// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/embedded/map_of_findings.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstddef>

namespace core::inference {

namespace {

constexpr float kBesideFindings = 0.49F;

std::vector<cv::Point2f> outlineOf(const Region& region) {
    std::vector<cv::Point2f> outline;
    for (const Point& point : region.polygon)
        outline.emplace_back(static_cast<float>(point.x), static_cast<float>(point.y));
    if (outline.empty()) {
        const auto left = static_cast<float>(region.box.x);
        const auto top = static_cast<float>(region.box.y);
        const auto right = static_cast<float>(region.box.x + region.box.width);
        const auto bottom = static_cast<float>(region.box.y + region.box.height);
        outline = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    }
    return outline;
}

/// Raises the cells whose middle lies in the region; of one too small for that, the cell in its
/// middle.
void raise(HeatMap& map, const Region& region, int imageWidth, int imageHeight, float value) {
    const std::vector<cv::Point2f> outline = outlineOf(region);
    const double cellWidth = static_cast<double>(imageWidth) / map.columns;
    const double cellHeight = static_cast<double>(imageHeight) / map.rows;
    const auto rowAt = [&](double y) {
        return std::clamp(static_cast<int>(y / cellHeight), 0, map.rows - 1);
    };
    const auto columnAt = [&](double x) {
        return std::clamp(static_cast<int>(x / cellWidth), 0, map.columns - 1);
    };
    const auto lift = [&](int column, int row) {
        float& cell =
            map.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(map.columns) +
                       static_cast<std::size_t>(column)];
        cell = std::max(cell, value);
    };
    const Rect& box = region.box;
    bool isAnyLifted = false;
    for (int row = rowAt(box.y); row <= rowAt(box.y + box.height); ++row) {
        for (int column = columnAt(box.x); column <= columnAt(box.x + box.width); ++column) {
            const cv::Point2f middle(static_cast<float>((column + 0.5) * cellWidth),
                                     static_cast<float>((row + 0.5) * cellHeight));
            if (cv::pointPolygonTest(outline, middle, /*measureDist=*/false) < 0)
                continue;
            lift(column, row);
            isAnyLifted = true;
        }
    }
    if (!isAnyLifted)
        lift(columnAt(box.x + box.width / 2.0), rowAt(box.y + box.height / 2.0));
}

bool namesPlaces(const forensics::Finding& finding) {
    return finding.direction == examination::Direction::Fake && !finding.regions.empty();
}

} // namespace

std::shared_ptr<const HeatMap> withFindings(std::shared_ptr<const HeatMap> learned,
                                            const std::vector<forensics::Evidence>& analyzers,
                                            int imageWidth, int imageHeight) {
    const bool isAnyFound = std::ranges::any_of(analyzers, [](const forensics::Evidence& evidence) {
        return std::ranges::any_of(evidence.findings, namesPlaces);
    });
    if (!learned || learned->isEmpty() || !isAnyFound)
        return learned;
    auto map = std::make_shared<HeatMap>(*learned);
    for (float& value : map->values)
        value *= kBesideFindings;
    for (const forensics::Evidence& evidence : analyzers) {
        for (const forensics::Finding& finding : evidence.findings) {
            if (!namesPlaces(finding))
                continue;
            const auto value =
                static_cast<float>(0.5 + 0.5 * std::clamp(finding.strength, 0.0, 1.0));
            for (const Region& region : finding.regions)
                raise(*map, region, imageWidth, imageHeight, value);
        }
    }
    return map;
}

} // namespace core::inference
