// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/condition.h"

#include "core/base/digest.h"
#include "core/image/copy_encoder.h"
#include "core/image/jpeg_encoder.h"
#include "core/image/mat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstring>
#include <exception>
#include <string>
#include <utility>

namespace core::evaluation {

namespace {

constexpr int kSmallestSide = 16;
constexpr double kNoiseDeviation = 5;
constexpr std::uint64_t kNoiseSeed = 20261123;

struct Named {
    Condition condition;
    std::string_view name;
};

constexpr std::array kNames = {
    Named{Condition::AsIs, "as_is"},        Named{Condition::Jpeg90, "jpeg90"},
    Named{Condition::Jpeg70, "jpeg70"},     Named{Condition::Jpeg50, "jpeg50"},
    Named{Condition::Resize50, "resize50"}, Named{Condition::Resize50Jpeg70, "resize50_jpeg70"},
    Named{Condition::Webp80, "webp80"},     Named{Condition::Crop, "crop"},
    Named{Condition::Blur, "blur"},         Named{Condition::Noise, "noise"}};

cv::Mat halved(const cv::Mat& pixels) {
    cv::Mat small;
    cv::resize(pixels, small, {pixels.cols / 2, pixels.rows / 2}, 0, 0, cv::INTER_AREA);
    return small;
}

/// The middle, moved so that the 8x8 grid of an earlier save does not stay in place.
cv::Mat cropped(const cv::Mat& pixels) {
    const auto offset = [](int side) { return side / 8 / 8 * 8 + 3; };
    const cv::Rect part(offset(pixels.cols), offset(pixels.rows), pixels.cols * 3 / 4,
                        pixels.rows * 3 / 4);
    return pixels(part & cv::Rect({0, 0}, pixels.size())).clone();
}

cv::Mat noisy(const cv::Mat& pixels) {
    cv::RNG random(kNoiseSeed);
    cv::Mat noise(pixels.size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0, kNoiseDeviation);
    cv::Mat sum;
    cv::add(pixels, noise, sum, cv::noArray(), CV_8UC3);
    return sum;
}

cv::Mat changed(const cv::Mat& pixels, Condition condition) {
    switch (condition) {
    case Condition::Resize50:
    case Condition::Resize50Jpeg70:
        return halved(pixels);
    case Condition::Crop:
        return cropped(pixels);
    case Condition::Blur: {
        cv::Mat blurred;
        cv::GaussianBlur(pixels, blurred, {}, 1);
        return blurred;
    }
    case Condition::Noise:
        return noisy(pixels);
    default:
        return pixels;
    }
}

Result<image::ByteBuffer> saved(const image::Image& picture, Condition condition) {
    switch (condition) {
    case Condition::Jpeg90:
        return image::encodeJpeg(picture, {90, 2, 2});
    case Condition::Jpeg70:
    case Condition::Resize50Jpeg70:
        return image::encodeJpeg(picture, {70, 2, 2});
    case Condition::Jpeg50:
        return image::encodeJpeg(picture, {50, 2, 2});
    case Condition::Webp80:
        return image::encodeWebp(picture, 80);
    default:
        return image::encodePng(picture);
    }
}

image::Format formatAfter(Condition condition) {
    switch (condition) {
    case Condition::Jpeg90:
    case Condition::Jpeg70:
    case Condition::Jpeg50:
    case Condition::Resize50Jpeg70:
        return image::Format::Jpeg;
    case Condition::Webp80:
        return image::Format::Webp;
    default:
        return image::Format::Png;
    }
}

} // namespace

std::string_view conditionName(Condition condition) {
    return std::ranges::find(kNames, condition, &Named::condition)->name;
}

std::optional<Condition> conditionNamed(std::string_view name) {
    const auto found = std::ranges::find(kNames, name, &Named::name);
    return found == kNames.end() ? std::nullopt : std::optional(found->condition);
}

bool keepsFrame(Condition condition) {
    return condition != Condition::Crop;
}

Result<image::EvidenceFile> underCondition(const image::EvidenceFile& original,
                                           const image::Image& picture, Condition condition) {
    if (condition == Condition::AsIs)
        return original;
    if (std::min(picture.width(), picture.height()) < 2 * kSmallestSide)
        return fail(ErrorCode::InvalidArgument, "The picture is too small for this condition.");
    try {
        auto bytes = saved(image::imageFrom(changed(image::asMat(picture), condition)), condition);
        if (!bytes)
            return tl::unexpected(bytes.error());
        image::EvidenceFile file;
        file.path = original.path;
        file.sha256 = sha256(*bytes);
        file.bytes = std::make_shared<const image::ByteBuffer>(std::move(*bytes));
        file.format = formatAfter(condition);
        return file;
    } catch (const std::exception& error) {
        return fail(ErrorCode::LimitExceeded,
                    std::string("The picture could not be changed: ") + error.what());
    }
}

} // namespace core::evaluation
