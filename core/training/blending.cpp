// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/blending.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>

namespace core::training {

double uniform(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

int integer(Random& random, int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
}

cv::Mat softBlob(cv::Size size, Random& random) {
    cv::Mat mask = cv::Mat::zeros(size, CV_32F);
    const double share = uniform(random, 0.04, 0.2);
    const double aspect = uniform(random, 0.6, 1.6);
    const double radius = std::sqrt(share * size.width * size.height / 3.14159);
    const cv::Size2d half(radius * std::sqrt(aspect), radius / std::sqrt(aspect));
    const cv::Point2d center(uniform(random, 0.25, 0.75) * size.width,
                             uniform(random, 0.25, 0.75) * size.height);
    cv::ellipse(mask,
                cv::RotatedRect(center, half * 2.0, static_cast<float>(uniform(random, 0, 180))),
                cv::Scalar(1), cv::FILLED);
    cv::GaussianBlur(mask, mask, {5, 5}, 1.2);
    return mask;
}

cv::Mat blended(const cv::Mat& host, const cv::Mat& donor, const cv::Mat& mask) {
    cv::Mat weights;
    cv::merge(std::array<cv::Mat, 3>{mask, mask, mask}, weights);
    cv::Mat a;
    cv::Mat b;
    host.convertTo(a, CV_32F);
    donor.convertTo(b, CV_32F);
    cv::Mat mixed = a.mul(cv::Scalar::all(1) - weights) + b.mul(weights);
    cv::Mat out;
    mixed.convertTo(out, CV_8U);
    return out;
}

} // namespace core::training
