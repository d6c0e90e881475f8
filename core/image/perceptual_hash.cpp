// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/perceptual_hash.h"

#include "core/image/mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace core::image {

namespace {

constexpr int kSide = 32;
constexpr int kFrequencies = 8;
/// Standard deviation of the small picture in gray levels: below it, there is nothing to see.
constexpr double kLeastContrast = 2;

} // namespace

std::optional<std::uint64_t> perceptualHash(const Image& image) {
    if (image.isNull())
        return std::nullopt;
    cv::Mat small;
    cv::resize(asMat(image), small, {kSide, kSide}, 0, 0, cv::INTER_AREA);
    cv::Mat gray;
    cv::cvtColor(small, gray, cv::COLOR_BGR2GRAY);
    cv::Mat deviation;
    cv::Mat mean;
    cv::meanStdDev(gray, mean, deviation);
    if (deviation.at<double>(0) < kLeastContrast)
        return std::nullopt;
    cv::Mat values;
    gray.convertTo(values, CV_32F);
    cv::dct(values, values);
    std::array<float, kFrequencies * kFrequencies> lowest{};
    for (int row = 0; row < kFrequencies; ++row)
        for (int column = 0; column < kFrequencies; ++column)
            lowest[static_cast<std::size_t>(row * kFrequencies + column)] =
                values.at<float>(row + 1, column + 1);
    auto sorted = lowest;
    const auto middle = sorted.begin() + sorted.size() / 2;
    std::nth_element(sorted.begin(), middle, sorted.end());
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < lowest.size(); ++i)
        hash |= std::uint64_t{lowest[i] >= *middle ? 1U : 0U} << i;
    return hash;
}

} // namespace core::image
