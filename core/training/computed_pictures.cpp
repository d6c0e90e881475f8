// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/computed_pictures.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace core::training {

namespace {

cv::RNG generatorFrom(Random& random) {
    return {random()};
}

cv::Scalar anyColor(Random& random) {
    return {uniform(random, 0, 255), uniform(random, 0, 255), uniform(random, 0, 255)};
}

cv::Point anyPlace(cv::Size size, Random& random) {
    return {integer(random, 0, size.width - 1), integer(random, 0, size.height - 1)};
}

/// Columns and rows of a picture as numbers from 0 to 1.
std::pair<cv::Mat, cv::Mat> coordinates(cv::Size size) {
    cv::Mat x(size, CV_32F);
    cv::Mat y(size, CV_32F);
    for (int row = 0; row < size.height; ++row) {
        for (int column = 0; column < size.width; ++column) {
            x.at<float>(row, column) = static_cast<float>(column) / static_cast<float>(size.width);
            y.at<float>(row, column) = static_cast<float>(row) / static_cast<float>(size.width);
        }
    }
    return {x, y};
}

cv::Mat merged(const std::array<cv::Mat, 3>& planes) {
    cv::Mat result;
    cv::merge(planes.data(), planes.size(), result);
    return result;
}

/// Three planes of one function, which draws anew for each.
template <typename Plane> cv::Mat planes(Plane plane) {
    return merged({plane(), plane(), plane()});
}

/// Noise whose power falls with a power of the frequency: clouds, plasma.
cv::Mat powerNoise(cv::Size size, Random& random) {
    const double falling = uniform(random, 1.2, 4.5);
    const double common = uniform(random, 0, 1);
    cv::RNG noise = generatorFrom(random);
    const auto plane = [&] {
        cv::Mat spectrum(size, CV_32FC2);
        noise.fill(spectrum, cv::RNG::NORMAL, 0, 1);
        for (int v = 0; v < size.height; ++v) {
            for (int u = 0; u < size.width; ++u) {
                const double x = std::min(u, size.width - u) / static_cast<double>(size.width);
                const double y = std::min(v, size.height - v) / static_cast<double>(size.height);
                const double power = std::pow(x * x + y * y, falling / 4);
                spectrum.at<cv::Vec2f>(v, u) *= power > 0 ? static_cast<float>(1 / power) : 0.F;
            }
        }
        cv::Mat values;
        cv::dft(spectrum, values, cv::DFT_INVERSE | cv::DFT_REAL_OUTPUT);
        cv::normalize(values, values, 0, 255, cv::NORM_MINMAX);
        return values;
    };
    const cv::Mat shared = plane();
    return planes([&] { return cv::Mat(common * shared + (1 - common) * plane()); });
}

cv::Mat whiteNoise(cv::Size size, Random& random) {
    cv::Mat picture(size, CV_32FC3);
    cv::RNG noise = generatorFrom(random);
    if (integer(random, 0, 1) == 0)
        noise.fill(picture, cv::RNG::UNIFORM, 0, 255);
    else
        noise.fill(picture, cv::RNG::NORMAL, 128, uniform(random, 10, 60));
    return picture;
}

cv::Mat gradient(cv::Size size, Random& random) {
    const auto [x, y] = coordinates(size);
    return planes([&, x = x, y = y] {
        return cv::Mat(uniform(random, -255, 255) * x + uniform(random, -255, 255) * y +
                       uniform(random, -200, 200) * x.mul(y) + 128);
    });
}

/// Sums of straight and of round waves.
cv::Mat waves(cv::Size size, Random& random) {
    const int count = integer(random, 1, 5);
    return planes([&] {
        cv::Mat sum = cv::Mat::zeros(size, CV_32F);
        for (int i = 0; i < count; ++i) {
            const double a = uniform(random, 0.005, 0.4);
            const double b = uniform(random, 0.005, 0.4);
            const cv::Point center = anyPlace(size, random);
            const bool isRound = integer(random, 0, 1) == 1;
            for (int row = 0; row < size.height; ++row) {
                for (int column = 0; column < size.width; ++column) {
                    const double phase = isRound ? a * std::hypot(column - center.x, row - center.y)
                                                 : a * column + b * row;
                    sum.at<float>(row, column) += static_cast<float>(100 * std::sin(phase));
                }
            }
        }
        return cv::Mat(sum + 128);
    });
}

cv::Mat blobs(cv::Size size, Random& random) {
    cv::Mat small = cv::Mat::zeros(size / 4, CV_32FC3);
    const int count = integer(random, 5, 80);
    for (int i = 0; i < count; ++i) {
        cv::Mat blob = cv::Mat::zeros(small.size(), CV_32FC3);
        cv::circle(blob, anyPlace(small.size(), random), integer(random, 3, small.cols / 6),
                   anyColor(random) - cv::Scalar::all(128), cv::FILLED);
        small += blob;
    }
    cv::GaussianBlur(small, small, {}, uniform(random, 2, 14));
    cv::Mat picture;
    cv::resize(small, picture, size, 0, 0, cv::INTER_CUBIC);
    return picture + cv::Scalar::all(128);
}

/// A Julia set in the colors of a ramp.
cv::Mat fractal(cv::Size size, Random& random) {
    constexpr int kMostSteps = 90;
    const double angle = uniform(random, 0, 2 * std::numbers::pi);
    const double cx = 0.75 * std::cos(angle);
    const double cy = 0.75 * std::sin(angle);
    const double scale = uniform(random, 0.5, 3) / size.width;
    cv::Mat steps(size, CV_8U);
    for (int row = 0; row < size.height; ++row) {
        for (int column = 0; column < size.width; ++column) {
            double x = (column - size.width / 2) * scale;
            double y = (row - size.height / 2) * scale;
            int step = 0;
            for (; step < kMostSteps && x * x + y * y < 4; ++step) {
                const double next = x * x - y * y + cx;
                y = 2 * x * y + cy;
                x = next;
            }
            steps.at<uchar>(row, column) = static_cast<uchar>(step * 255 / kMostSteps);
        }
    }
    cv::Mat colored;
    cv::applyColorMap(steps, colored, integer(random, 0, 20));
    colored.convertTo(colored, CV_32F);
    return colored;
}

/// Lit balls over a shaded ground, as simple renderers make them.
cv::Mat shadedBalls(cv::Size size, Random& random) {
    cv::Mat picture = gradient(size, random) * 0.5;
    const int count = integer(random, 1, 12);
    for (int i = 0; i < count; ++i) {
        const cv::Point center = anyPlace(size, random);
        const double radius = uniform(random, 0.04, 0.35) * size.width;
        const cv::Scalar color = anyColor(random);
        const double lightX = uniform(random, -0.7, 0.7);
        const double lightY = uniform(random, -0.7, 0.7);
        for (int row = 0; row < size.height; ++row) {
            for (int column = 0; column < size.width; ++column) {
                const double x = (column - center.x) / radius;
                const double y = (row - center.y) / radius;
                const double depth = 1 - x * x - y * y;
                if (depth <= 0)
                    continue;
                const double light =
                    std::max(0.05, x * lightX + y * lightY + 0.7 * std::sqrt(depth));
                for (int channel = 0; channel < 3; ++channel)
                    picture.at<cv::Vec3f>(row, column)[channel] =
                        static_cast<float>(light * color[channel]);
            }
        }
    }
    return picture;
}

/// Stained cells on a bright ground.
cv::Mat cells(cv::Size size, Random& random) {
    cv::Mat picture(size, CV_32FC3, cv::Scalar::all(uniform(random, 200, 245)));
    const cv::Scalar body = anyColor(random) * 0.4 + cv::Scalar::all(130);
    const cv::Scalar kernel = body * uniform(random, 0.3, 0.8);
    const int count = integer(random, 40, 400);
    for (int i = 0; i < count; ++i) {
        const cv::Point place = anyPlace(size, random);
        const int radius = integer(random, size.width / 120 + 2, size.width / 25 + 3);
        const cv::Size axes(radius, static_cast<int>(radius * uniform(random, 0.6, 1)));
        const double turn = uniform(random, 0, 180);
        cv::ellipse(picture, place, axes, turn, 0, 360, body, cv::FILLED, cv::LINE_AA);
        cv::ellipse(picture, place, axes / 2, turn, 0, 360, kernel, cv::FILLED, cv::LINE_AA);
    }
    cv::GaussianBlur(picture, picture, {}, uniform(random, 0.8, 4));
    return picture;
}

/// Soft gray bodies that add up, as rays through them do.
cv::Mat radiograph(cv::Size size, Random& random) {
    cv::Mat density = cv::Mat::zeros(size, CV_32F);
    const int count = integer(random, 8, 40);
    for (int i = 0; i < count; ++i) {
        cv::Mat part = cv::Mat::zeros(size, CV_32F);
        const cv::Size axes(integer(random, 8, size.width / 3), integer(random, 4, size.width / 8));
        cv::ellipse(part, anyPlace(size, random), axes, uniform(random, 0, 180), 0, 360,
                    uniform(random, 10, 60), integer(random, 0, 1) == 0 ? cv::FILLED : 6,
                    cv::LINE_AA);
        cv::GaussianBlur(part, part, {}, uniform(random, 1, 12));
        density += part;
    }
    cv::normalize(density, density, uniform(random, 0, 40), uniform(random, 200, 255),
                  cv::NORM_MINMAX);
    return merged({density, density, density});
}

/// Turned checks and stripes.
cv::Mat pattern(cv::Size size, Random& random) {
    const double angle = uniform(random, 0, std::numbers::pi);
    const double width = uniform(random, 4, 90);
    const bool areStripes = integer(random, 0, 1) == 0;
    const cv::Scalar colors[] = {anyColor(random), anyColor(random)};
    cv::Mat picture(size, CV_32FC3);
    for (int row = 0; row < size.height; ++row) {
        for (int column = 0; column < size.width; ++column) {
            const double u = std::cos(angle) * column + std::sin(angle) * row;
            const double v = std::cos(angle) * row - std::sin(angle) * column;
            const int field = static_cast<int>(std::floor(u / width)) +
                              (areStripes ? 0 : static_cast<int>(std::floor(v / width)));
            const cv::Scalar& color = colors[field & 1];
            picture.at<cv::Vec3f>(row, column) = {static_cast<float>(color[0]),
                                                  static_cast<float>(color[1]),
                                                  static_cast<float>(color[2])};
        }
    }
    return picture;
}

constexpr std::array<ComputedKind, kComputedKinds> kKinds = {{{"power_noise", powerNoise},
                                                              {"white_noise", whiteNoise},
                                                              {"gradient", gradient},
                                                              {"waves", waves},
                                                              {"blobs", blobs},
                                                              {"fractal", fractal},
                                                              {"shaded_balls", shadedBalls},
                                                              {"cells", cells},
                                                              {"radiograph", radiograph},
                                                              {"pattern", pattern}}};

} // namespace

const ComputedKind& computedKind(std::size_t index) {
    return kKinds.at(index);
}

cv::Mat computedPicture(const ComputedKind& kind, cv::Size size, Random& random) {
    cv::Mat picture = kind.make(size, random);
    if (integer(random, 0, 2) == 0)
        cv::GaussianBlur(picture, picture, {}, uniform(random, 0.5, 2));
    if (integer(random, 0, 2) == 0) {
        cv::Mat gray;
        cv::transform(picture, gray, cv::Matx13f(0.114F, 0.587F, 0.299F));
        picture = merged({gray, gray, gray});
    }
    if (integer(random, 0, 1) == 0) {
        cv::Mat noise(size, CV_32FC3);
        generatorFrom(random).fill(noise, cv::RNG::NORMAL, 0, uniform(random, 0.5, 8));
        picture += noise;
    }
    cv::Mat bytes;
    picture.convertTo(bytes, CV_8U);
    return bytes;
}

} // namespace core::training
