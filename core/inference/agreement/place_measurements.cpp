// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/agreement/place_measurements.h"

#include "core/clues/clue_taxonomy.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace core::inference {

namespace {

using examination::Agreement;
using examination::Clue;
using examination::Direction;
using examination::PlaceMeasurement;

constexpr int kTile = 24; ///< pixels; shrinks on pictures below kFewestTiles a side
constexpr int kFewestTiles = 8;
// Ratios to the picture's median from which a place is called smoother or rougher.
constexpr double kSmoother = 0.7;
constexpr double kRougher = 1.4;
constexpr double kCommonShare = 0.3; ///< of either region, for a finding in the same place
constexpr double kStandsOut = 0.5;   ///< of an analyzer's map

double median(std::vector<float> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Noise of one tile: robust against edges, because the median looks at most pixels alone.
/// @source Immerkaer, "Fast Noise Variance Estimation", 1996, with MAD in the mean's place
float noiseOf(const cv::Mat& response) {
    std::vector<float> absolute;
    for (int y = 0; y < response.rows; ++y)
        for (int x = 0; x < response.cols; ++x)
            absolute.push_back(std::abs(response.at<float>(y, x)));
    constexpr double kKernelNorm = 6;
    constexpr double kMadOfGauss = 0.6745;
    return static_cast<float>(median(std::move(absolute)) / (kKernelNorm * kMadOfGauss));
}

/// Values of the cells whose middle lies within one of the regions.
std::vector<float> inside(const HeatMap& map, const std::vector<Region>& regions, int width,
                          int height) {
    std::vector<float> values;
    for (int row = 0; row < map.rows; ++row) {
        for (int column = 0; column < map.columns; ++column) {
            const int x = static_cast<int>((column + 0.5) * width / map.columns);
            const int y = static_cast<int>((row + 0.5) * height / map.rows);
            const bool isInside = std::ranges::any_of(regions, [&](const Region& region) {
                return !intersection(region.box, {x, y, 1, 1}).isEmpty();
            });
            if (isInside)
                values.push_back(map.at(column, row));
        }
    }
    return values;
}

/// Nothing when the regions are smaller than the map's cells.
std::optional<PlaceMeasurement> measuredOn(const HeatMap& map, const std::string& quantity,
                                           const Clue& clue, int width, int height) {
    auto values = inside(map, clue.regions, width, height);
    if (values.empty())
        return std::nullopt;
    PlaceMeasurement place;
    place.quantity = quantity;
    place.inside = median(std::move(values));
    place.picture = median(map.values);
    place.ratio = place.picture > 0 ? place.inside / place.picture : 0;
    return place;
}

Agreement heldAgainst(clues::TextureClaim claim, const std::vector<PlaceMeasurement>& places) {
    double lowest = 1e9;
    double highest = -1;
    for (const PlaceMeasurement& place : places) {
        if ((place.quantity != "noise_level" && place.quantity != "detail") || place.picture <= 0)
            continue;
        lowest = std::min(lowest, place.ratio);
        highest = std::max(highest, place.ratio);
    }
    if (highest < 0)
        return Agreement::NotMeasured;
    if (claim == clues::TextureClaim::Smoother)
        return lowest < kSmoother ? Agreement::Agrees
               : lowest > 1       ? Agreement::Conflicts
                                  : Agreement::Neither;
    return highest > kRougher ? Agreement::Agrees
           : highest < 1      ? Agreement::Conflicts
                              : Agreement::Neither;
}

} // namespace

PlaceMeter::PlaceMeter(const image::Image& picture, const examination::Examination& measured)
    : m_measured(measured), m_width(picture.width()), m_height(picture.height()) {
    const auto view = picture.view();
    if (view.isEmpty())
        return;
    const cv::Mat pixels(view.height, view.width, CV_8UC3, const_cast<std::uint8_t*>(view.data),
                         static_cast<std::size_t>(view.bytesPerRow));
    cv::Mat gray;
    cv::cvtColor(pixels, gray, cv::COLOR_BGR2GRAY);
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1);
    cv::Mat response;
    cv::filter2D(gray, response, CV_32F, kernel);
    m_tiles.side = std::clamp(std::min(m_width, m_height) / kFewestTiles, 4, kTile);
    const int columns = std::max(1, m_width / m_tiles.side);
    const int rows = std::max(1, m_height / m_tiles.side);
    m_tiles.noise = {columns, rows, {}};
    m_tiles.detail = {columns, rows, {}};
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const cv::Rect tile(column * m_width / columns, row * m_height / rows,
                                std::max(2, m_width / columns), std::max(2, m_height / rows));
            const cv::Rect safe = tile & cv::Rect(0, 0, m_width, m_height);
            m_tiles.noise.values.push_back(noiseOf(response(safe)));
            const cv::Mat part = gray(safe);
            const double across = safe.width < 2
                                      ? 0
                                      : cv::norm(part.colRange(1, safe.width),
                                                 part.colRange(0, safe.width - 1), cv::NORM_L1);
            m_tiles.detail.values.push_back(static_cast<float>(across / safe.area()));
        }
    }
}

void PlaceMeter::addTileNumbers(Clue& clue) const {
    for (const auto& [quantity, map] :
         {std::pair("noise_level", &m_tiles.noise), std::pair("detail", &m_tiles.detail)})
        if (auto place = measuredOn(*map, quantity, clue, m_width, m_height))
            clue.measured.push_back(std::move(*place));
}

void PlaceMeter::addMapNumbers(Clue& clue) const {
    for (const examination::Measurement& measurement : m_measured.measurements)
        if (measurement.applies && measurement.map && !measurement.map->isEmpty())
            if (auto place =
                    measuredOn(*measurement.map, measurement.analyzer, clue, m_width, m_height))
                clue.measured.push_back(std::move(*place));
}

bool PlaceMeter::hasFindingAt(const Clue& clue) const {
    for (const Clue& finding : m_measured.clues) {
        if (finding.direction != Direction::Fake)
            continue;
        for (const Region& found : finding.regions)
            for (const Region& region : clue.regions) {
                const auto common = static_cast<double>(intersection(found.box, region.box).area());
                const auto smaller =
                    static_cast<double>(std::min(found.box.area(), region.box.area()));
                if (smaller > 0 && common / smaller >= kCommonShare)
                    return true;
            }
    }
    return false;
}

void PlaceMeter::measure(Clue& clue) const {
    if (clue.regions.empty() || m_tiles.side == 0)
        return;
    addTileNumbers(clue);
    addMapNumbers(clue);
    const auto claim = clues::textureClaimOf(clue.text);
    if (claim)
        clue.agreement = heldAgainst(*claim, clue.measured);
    if (hasFindingAt(clue)) {
        if (clue.direction == Direction::Real)
            clue.agreement = Agreement::Conflicts;
        else if (clue.direction == Direction::Fake && clue.agreement != Agreement::Conflicts)
            clue.agreement = Agreement::Agrees;
        return;
    }
    const bool standsOut = std::ranges::any_of(clue.measured, [](const PlaceMeasurement& place) {
        return place.quantity != "noise_level" && place.quantity != "detail" &&
               place.inside >= kStandsOut && place.picture < kStandsOut;
    });
    if (clue.agreement == Agreement::NotMeasured && !clue.measured.empty())
        clue.agreement =
            standsOut && clue.direction == Direction::Fake ? Agreement::Agrees : Agreement::Neither;
}

} // namespace core::inference
