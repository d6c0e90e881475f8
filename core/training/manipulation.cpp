// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/manipulation.h"

#include "core/image/mat.h"
#include "core/training/blending.h"
#include "core/training/resave.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <string>
#include <utility>

namespace core::training {

namespace {

constexpr int kSmallestSide = 128;
/// How often the filling is averaged with its surroundings.
constexpr int kFillRounds = 60;

/// The donor cut or enlarged to the host's size, with a JPEG history of its own.
Result<cv::Mat> foreignPart(const image::Image& donor, cv::Size size, Random& random) {
    const cv::Mat source = image::asMat(donor);
    const double cover = std::max(static_cast<double>(size.width) / source.cols,
                                  static_cast<double>(size.height) / source.rows);
    const double scale = std::max(cover, uniform(random, 0.4, 1.3));
    cv::Mat scaled;
    cv::resize(source, scaled,
               {std::max(size.width, static_cast<int>(std::lround(source.cols * scale))),
                std::max(size.height, static_cast<int>(std::lround(source.rows * scale)))},
               0, 0, scale < 0.7 ? cv::INTER_AREA : cv::INTER_CUBIC);
    const cv::Point corner(integer(random, 0, scaled.cols - size.width),
                           integer(random, 0, scaled.rows - size.height));
    return resavedAsJpeg(scaled(cv::Rect(corner, size)).clone(), integer(random, 60, 95), 2);
}

cv::Mat shifted(const cv::Mat& host, Random& random) {
    const double dx = (integer(random, 0, 1) * 2 - 1) * uniform(random, 0.2, 0.35) * host.cols;
    const double dy = uniform(random, -0.25, 0.25) * host.rows;
    const cv::Mat shift = (cv::Mat_<double>(2, 3) << 1, 0, std::round(dx), 0, 1, std::round(dy));
    cv::Mat moved;
    cv::warpAffine(host, moved, shift, host.size(), cv::INTER_NEAREST, cv::BORDER_REFLECT);
    return moved;
}

/// A smooth continuation of the surroundings, with grain.
cv::Mat filled(const cv::Mat& host, const cv::Mat& hole, Random& random) {
    cv::Mat known;
    cv::Mat(hole < 0.02F).convertTo(known, CV_32F, 1.0 / 255);
    cv::Mat values;
    host.convertTo(values, CV_32F);
    cv::Mat known3;
    cv::merge(std::array<cv::Mat, 3>{known, known, known}, known3);
    // One wide average gives the filling its first values; the rounds below make it continuous.
    const cv::Size wide(host.cols / 2 | 1, host.rows / 2 | 1);
    cv::Mat sum;
    cv::Mat weight;
    cv::blur(values.mul(known3), sum, wide);
    cv::blur(known3, weight, wide);
    cv::Mat result = values.mul(known3) +
                     (sum / (weight + cv::Scalar::all(1e-6))).mul(cv::Scalar::all(1) - known3);
    for (int round = 0; round < kFillRounds; ++round) {
        cv::Mat smooth;
        cv::blur(result, smooth, {9, 9});
        result = values.mul(known3) + smooth.mul(cv::Scalar::all(1) - known3);
    }
    cv::Mat noise(host.size(), CV_32FC3);
    cv::RNG grains(random());
    grains.fill(noise, cv::RNG::NORMAL, 0, uniform(random, 0.5, 3));
    cv::Mat out;
    cv::Mat(result + noise.mul(cv::Scalar::all(1) - known3)).convertTo(out, CV_8U);
    return out;
}

cv::Mat resampled(const cv::Mat& host, Random& random) {
    const double scale = uniform(random, 0.4, 0.85);
    cv::Mat small;
    cv::Mat again;
    cv::resize(host, small, {}, scale, scale, cv::INTER_AREA);
    cv::resize(small, again, host.size(), 0, 0, cv::INTER_CUBIC);
    return again;
}

cv::Mat retouched(const cv::Mat& host, Random& random) {
    cv::Mat smooth;
    cv::GaussianBlur(host, smooth, {}, uniform(random, 1.2, 3));
    smooth.convertTo(smooth, CV_8U, uniform(random, 0.95, 1.1), uniform(random, -6, 10));
    return smooth;
}

cv::Mat recolored(const cv::Mat& host, Random& random) {
    const double scale = uniform(random, 1.03, 1.12);
    cv::Mat turned = cv::getRotationMatrix2D({host.cols / 2.0F, host.rows / 2.0F},
                                             uniform(random, -4, 4), scale);
    cv::Mat warped;
    cv::warpAffine(host, warped, turned, host.size(), cv::INTER_CUBIC, cv::BORDER_REFLECT);
    const cv::Scalar gain(uniform(random, 0.93, 1.07), uniform(random, 0.95, 1.05),
                          uniform(random, 0.93, 1.07));
    cv::multiply(warped, gain, warped);
    return warped;
}

Result<cv::Mat> foreignFor(const cv::Mat& host, const image::Image& donor, const cv::Mat& mask,
                           Manipulation manipulation, Random& random) {
    switch (manipulation) {
    case Manipulation::Splice:
        if (donor.isNull())
            return fail(ErrorCode::InvalidArgument, "A splice needs a donor picture.");
        return foreignPart(donor, host.size(), random);
    case Manipulation::CopyMove:
        return shifted(host, random);
    case Manipulation::Inpainting:
        return filled(host, mask, random);
    case Manipulation::Resampling:
        return resampled(host, random);
    case Manipulation::Retouching:
        return retouched(host, random);
    case Manipulation::FaceBlend:
        return recolored(host, random);
    }
    return fail(ErrorCode::InvalidArgument, "There is no such manipulation.");
}

image::Image binary(const cv::Mat& mask) {
    cv::Mat gray;
    cv::Mat(mask >= 0.5F).convertTo(gray, CV_8U);
    cv::Mat bgr;
    cv::merge(std::array<cv::Mat, 3>{gray, gray, gray}, bgr);
    return image::imageFrom(bgr);
}

} // namespace

std::string_view manipulationName(Manipulation manipulation) {
    constexpr std::array<std::string_view, 6> kNames = {"splice",     "copy_move",  "inpainting",
                                                        "resampling", "retouching", "face_blend"};
    return kNames[static_cast<std::size_t>(manipulation)];
}

Result<Manipulated> manipulated(const image::Image& host, const image::Image& donor,
                                Manipulation manipulation, std::uint64_t seed) {
    if (std::min(host.width(), host.height()) < kSmallestSide)
        return fail(ErrorCode::InvalidArgument, "The picture is too small to be changed locally.");
    Random random(seed);
    try {
        const cv::Mat pixels = image::asMat(host);
        cv::Mat mask = softBlob(pixels.size(), random);
        if (manipulation == Manipulation::FaceBlend)
            cv::GaussianBlur(mask, mask, {}, uniform(random, 3, 8));
        auto foreign = foreignFor(pixels, donor, mask, manipulation, random);
        if (!foreign)
            return tl::unexpected(foreign.error());
        return Manipulated{image::imageFrom(blended(pixels, *foreign, mask)), binary(mask)};
    } catch (const std::exception& error) {
        return fail(ErrorCode::LimitExceeded,
                    std::string("The picture could not be changed: ") + error.what());
    }
}

} // namespace core::training
