// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/evidence_part.h"

#include "core/forensics/map_regions.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace core::forensics {

cv::Mat neighborhoodSum(const cv::Mat& cells) {
    cv::Mat sum;
    cv::boxFilter(cells, sum, CV_32F, {3, 3}, {-1, -1}, false, cv::BORDER_CONSTANT);
    return sum;
}

EvidencePart strongestPart(const cv::Mat& evidence, double threshold) {
    cv::Mat labels;
    const int count =
        cv::connectedComponents(neighborhoodSum(evidence) > threshold, labels, 8, CV_32S);
    std::vector<double> totals(static_cast<std::size_t>(count), 0.0);
    std::vector<int> sizes(static_cast<std::size_t>(count), 0);
    for (int y = 0; y < labels.rows; ++y) {
        for (int x = 0; x < labels.cols; ++x) {
            const auto label = static_cast<std::size_t>(labels.at<int>(y, x));
            totals[label] += evidence.at<float>(y, x);
            ++sizes[label];
        }
    }
    std::size_t best = 0;
    for (std::size_t label = 1; label < totals.size(); ++label) {
        if (best == 0 || totals[label] > totals[best])
            best = label;
    }
    if (best == 0)
        return {};
    return {labels == static_cast<int>(best), totals[best],
            sizes[best] / static_cast<double>(evidence.total())};
}

FitRates fitRates(const EvidenceGrid& grid, const cv::Mat& mask) {
    cv::Mat outside;
    cv::bitwise_not(mask, outside);
    const auto sum = [](const cv::Mat& values, const cv::Mat& where) {
        return cv::mean(values, where)[0] * cv::countNonZero(where);
    };
    FitRates rates;
    rates.counted = sum(grid.counted, mask);
    const double countedOutside = sum(grid.counted, outside);
    rates.inside = sum(grid.fitting, mask) / std::max(rates.counted, 1.0);
    rates.outside = sum(grid.fitting, outside) / std::max(countedOutside, 1.0);
    rates.density = rates.counted / std::max(cv::countNonZero(mask), 1) *
                    cv::countNonZero(outside) / std::max(countedOutside, 1.0);
    return rates;
}

double logFalseAlarms(const FitRates& rates, double tests) {
    const double in = std::clamp(rates.inside, 1e-3, 1 - 1e-3);
    const double out = std::clamp(rates.outside, 1e-3, 1 - 1e-3);
    const double divergence = in * std::log(in / out) + (1 - in) * std::log((1 - in) / (1 - out));
    return std::log10(std::max(tests, 1.0)) - rates.counted / 4 * divergence / std::log(10.0);
}

Finding openPart(double quality, std::vector<Region> regions) {
    Finding finding;
    finding.templateId = "collage.part_with_own_history";
    finding.kind = examination::ClueKind::Compression;
    finding.strength = 0.2;
    finding.regions = std::move(regions);
    finding.numbers = {{"quality", quality}};
    return finding;
}

std::vector<Region> regionsOfPart(const Subject& subject, const cv::Mat& mask,
                                  const cv::Mat& storedMap) {
    cv::Mat inside;
    cv::max(storedMap, 0.51, inside); // the whole part is shown, also where it is weak
    inside.setTo(0, mask == 0);
    const auto map = heatMapFrom(turnedUpright(inside, subject.picture.orientation));
    return regionsOf(*map, subject.picture.image.width(), subject.picture.image.height(),
                     {0.5, 0.0, 1});
}

} // namespace core::forensics
