// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/residual_statistics.h"

#include "core/image/jpeg_encoder.h"
#include "core/image/mat.h"
#include "core/image/safe_decoder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace core::forensics {

namespace {

constexpr int kLastQuality = 92;
constexpr int kMostSide = 1400;
constexpr int kCropSide = 1024;
constexpr std::array<double, 3> kSteps = {1.5, 1.0, 1.0}; ///< gray levels, of Y, Cr and Cb
constexpr double kSecondWidth = 1.5;                      ///< steps
constexpr double kThirdWidth = 2.5;

cv::Mat middle(const cv::Mat& bgr, int mostSide, int cropSide) {
    cv::Rect part({0, 0}, bgr.size());
    if (bgr.cols > mostSide) {
        part.x = (bgr.cols - cropSide) / 2 / 8 * 8;
        part.width = cropSide;
    }
    if (bgr.rows > mostSide) {
        part.y = (bgr.rows - cropSide) / 2 / 8 * 8;
        part.height = cropSide;
    }
    return bgr(part);
}

Result<cv::Mat> saved(const cv::Mat& bgr, int quality) {
    auto bytes = image::encodeJpeg(image::imageFrom(bgr), {quality, 2, 2});
    if (!bytes)
        return tl::unexpected(bytes.error());
    image::EvidenceFile file;
    file.bytes = std::make_shared<const image::ByteBuffer>(std::move(*bytes));
    file.format = image::Format::Jpeg;
    auto picture = image::decode(file, {});
    if (!picture)
        return tl::unexpected(picture.error());
    return image::asMat(picture->image).clone();
}

} // namespace

Result<std::vector<float>> residualStatistics(const cv::Mat& bgr, const LastSave& save) {
    cv::Mat pixels = middle(bgr, kMostSide, kCropSide);
    if (save.earlierQuality > 0) {
        auto earlier = saved(pixels, save.earlierQuality);
        if (!earlier)
            return tl::unexpected(earlier.error());
        pixels = std::move(*earlier);
    }
    const int x = std::min(save.offsetX, pixels.cols - 1);
    const int y = std::min(save.offsetY, pixels.rows - 1);
    auto last = saved(pixels(cv::Rect(x, y, pixels.cols - x, pixels.rows - y)), kLastQuality);
    if (!last)
        return tl::unexpected(last.error());
    cv::Mat converted;
    cv::cvtColor(*last, converted, cv::COLOR_BGR2YCrCb);
    std::array<cv::Mat, 3> planes;
    cv::split(converted, planes.data());
    std::vector<float> values;
    values.reserve(kStatisticsValues);
    const auto append = [&](const std::vector<float>& part) {
        values.insert(values.end(), part.begin(), part.end());
    };
    for (std::size_t i = 0; i < planes.size(); ++i) {
        append(coOccurrences(planes[i], Difference::Second, kSecondWidth * kSteps[i]));
        append(coOccurrences(planes[i], Difference::Third, kThirdWidth * kSteps[i]));
    }
    for (const cv::Mat& plane : planes)
        append(tileSpectrum(plane));
    return values;
}

cv::Mat halfSize(const cv::Mat& bgr) {
    const cv::Mat part = middle(bgr, 2 * kMostSide, 2 * kCropSide);
    cv::Mat half;
    cv::resize(part, half, {std::max(1, part.cols / 2), std::max(1, part.rows / 2)}, 0, 0,
               cv::INTER_AREA);
    return half;
}

bool isPattern(int value) {
    return value < 6 * kPatterns;
}

bool isColor(int value) {
    if (isPattern(value))
        return value >= 2 * kPatterns;
    return value - 6 * kPatterns >= kSpectrumSide * kSpectrumSide;
}

} // namespace core::forensics
