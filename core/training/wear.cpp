// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/wear.h"

#include <opencv2/imgproc.hpp>

namespace core::training {

cv::Mat softened(const cv::Mat& picture, Random& random) {
    cv::Mat result;
    cv::GaussianBlur(picture, result, {}, uniform(random, 0.3, 1.5));
    return result;
}

cv::Mat noisy(const cv::Mat& picture, Random& random) {
    cv::Mat noise(picture.size(), CV_32FC3);
    const double deviation = uniform(random, 0.5, 5);
    cv::RNG generator(random());
    generator.fill(noise, cv::RNG::NORMAL, 0, deviation);
    cv::Mat values;
    picture.convertTo(values, CV_32F);
    cv::Mat result;
    cv::Mat(values + noise).convertTo(result, CV_8U);
    return result;
}

cv::Mat sharpened(const cv::Mat& picture, Random& random) {
    const double strength = uniform(random, 0.2, 0.8);
    cv::Mat soft;
    cv::Mat result;
    cv::GaussianBlur(picture, soft, {}, 1);
    cv::addWeighted(picture, 1 + strength, soft, -strength, 0, result);
    return result;
}

} // namespace core::training
