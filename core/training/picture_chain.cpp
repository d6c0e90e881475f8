// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_chain.h"

#include "core/image/mat.h"
#include "core/training/blending.h"
#include "core/training/resave.h"
#include "core/training/wear.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace core::training {

namespace {

constexpr int kSmallestSide = 288;
constexpr int kPlatformSide = 1536;
constexpr int kLargestWebSide = 1800;

cv::Mat scaled(const cv::Mat& picture, double scale, Random& random) {
    if (scale > 0.995)
        return picture.clone();
    constexpr std::array kMethods = {cv::INTER_AREA, cv::INTER_LINEAR, cv::INTER_CUBIC,
                                     cv::INTER_LANCZOS4};
    // Below a half only area averaging avoids aliasing that no real program leaves.
    const int method = scale < 0.6 ? static_cast<int>(cv::INTER_AREA)
                                   : kMethods[static_cast<std::size_t>(integer(random, 0, 3))];
    cv::Mat small;
    cv::resize(picture, small, {}, scale, scale, method);
    return small;
}

Result<cv::Mat> spliced(const cv::Mat& host, const image::Image& donor, Random& random) {
    if (donor.isNull())
        return fail(ErrorCode::InvalidArgument, "A splice needs a donor picture.");
    cv::Mat foreign;
    const cv::Mat source = image::asMat(donor);
    const double cover = std::max(static_cast<double>(host.cols) / source.cols,
                                  static_cast<double>(host.rows) / source.rows);
    cv::resize(source, foreign, {}, std::max(cover, uniform(random, 0.8, 1.3)),
               std::max(cover, 0.8), cv::INTER_CUBIC);
    if (foreign.cols < host.cols || foreign.rows < host.rows)
        cv::resize(foreign, foreign, host.size(), 0, 0, cv::INTER_CUBIC);
    // The donor has a history of its own.
    auto worn =
        resavedAsJpeg(foreign(cv::Rect({0, 0}, host.size())).clone(), integer(random, 60, 95), 2);
    if (!worn)
        return worn;
    return blended(host, *worn, softBlob(host.size(), random));
}

cv::Mat worn(const cv::Mat& picture, Random& random) {
    switch (integer(random, 0, 2)) {
    case 0:
        return softened(picture, random);
    case 1:
        return noisy(picture, random);
    default:
        return sharpened(picture, random);
    }
}

cv::Mat copyMoved(const cv::Mat& host, Random& random) {
    const cv::Mat mask = softBlob(host.size(), random);
    cv::Mat moved;
    const double dx = (integer(random, 0, 1) * 2 - 1) * uniform(random, 0.2, 0.35) * host.cols;
    const double dy = uniform(random, -0.25, 0.25) * host.rows;
    const cv::Mat shift = (cv::Mat_<double>(2, 3) << 1, 0, std::round(dx), 0, 1, std::round(dy));
    cv::warpAffine(host, moved, shift, host.size(), cv::INTER_NEAREST, cv::BORDER_REFLECT);
    return blended(host, moved, mask);
}

Result<image::EvidenceFile> webCopy(const cv::Mat& picture, Random& random) {
    const int longer = std::max(picture.cols, picture.rows);
    const int shorter = std::min(picture.cols, picture.rows);
    const double lowest = std::min(1.0, static_cast<double>(kSmallestSide) / shorter);
    const double highest = std::min(1.0, static_cast<double>(kLargestWebSide) / longer);
    const bool keepsSize = highest >= 1 && uniform(random, 0, 1) < 0.35;
    const double scale =
        keepsSize ? 1.0 : uniform(random, std::max(lowest, std::min(0.35, highest)), highest);
    cv::Mat copy = scaled(picture, scale, random);
    if (uniform(random, 0, 1) < 0.3) {
        auto earlier = resavedAsJpeg(copy, integer(random, 70, 97), integer(random, 1, 2));
        if (!earlier)
            return tl::unexpected(earlier.error());
        copy = std::move(*earlier);
    }
    // Quality 100 with full chroma stands for the lossless copies of messengers and screenshots.
    const bool isNearlyLossless = uniform(random, 0, 1) < 0.15;
    return savedAsJpeg(copy, isNearlyLossless ? 100 : integer(random, 60, 97),
                       isNearlyLossless ? 1 : integer(random, 1, 2));
}

} // namespace

std::string_view chainName(Chain chain) {
    switch (chain) {
    case Chain::AsIs:
        return "as_is";
    case Chain::Web:
        return "web";
    case Chain::Platform:
        return "platform";
    case Chain::Worn:
        return "worn";
    case Chain::Spliced:
        return "spliced";
    case Chain::CopyMoved:
        return "copy_moved";
    }
    return "";
}

Result<image::EvidenceFile> processed(const image::EvidenceFile& original,
                                      const image::Image& picture, const image::Image& donor,
                                      Chain chain, std::uint64_t seed) {
    if (chain == Chain::AsIs)
        return original;
    if (std::min(picture.width(), picture.height()) < kSmallestSide)
        return fail(ErrorCode::InvalidArgument, "The picture is too small for training.");
    Random random(seed);
    const cv::Mat pixels = image::asMat(picture);
    try {
        if (chain == Chain::Platform) {
            const double scale = std::min(1.0, static_cast<double>(kPlatformSide) /
                                                   std::max(pixels.cols, pixels.rows));
            return savedAsJpeg(scaled(pixels, scale, random), 85, 2);
        }
        if (chain == Chain::Spliced) {
            auto mixed = spliced(pixels, donor, random);
            if (!mixed)
                return tl::unexpected(mixed.error());
            return webCopy(*mixed, random);
        }
        if (chain == Chain::Worn)
            return webCopy(worn(pixels, random), random);
        return webCopy(chain == Chain::CopyMoved ? copyMoved(pixels, random) : pixels, random);
    } catch (const std::exception& error) {
        return fail(ErrorCode::LimitExceeded,
                    std::string("The picture could not be processed: ") + error.what());
    }
}

} // namespace core::training
