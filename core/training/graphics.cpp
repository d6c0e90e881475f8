// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/graphics.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <string>

namespace core::training {

namespace {

cv::Scalar anyColor(Random& random) {
    return {uniform(random, 0, 255), uniform(random, 0, 255), uniform(random, 0, 255)};
}

cv::Point anyPlace(const cv::Mat& picture, Random& random) {
    return {integer(random, 0, picture.cols - 1), integer(random, 0, picture.rows - 1)};
}

std::string anyWords(Random& random) {
    std::string words;
    const int length = integer(random, 2, 16);
    for (int i = 0; i < length; ++i) {
        const int letter = integer(random, 0, 31);
        words += letter < 26 ? static_cast<char>((i == 0 ? 'A' : 'a') + letter) : ' ';
    }
    return words;
}

void drawText(cv::Mat& picture, Random& random) {
    constexpr std::array kFonts = {cv::FONT_HERSHEY_SIMPLEX, cv::FONT_HERSHEY_DUPLEX,
                                   cv::FONT_HERSHEY_COMPLEX, cv::FONT_HERSHEY_TRIPLEX};
    const int font = kFonts[static_cast<std::size_t>(integer(random, 0, 3))];
    const double size = uniform(random, 0.35, 2.2);
    const int thickness = integer(random, 1, size > 1 ? 4 : 1);
    const cv::Scalar color = uniform(random, 0, 1) < 0.5
                                 ? cv::Scalar::all(integer(random, 0, 1) * 255)
                                 : anyColor(random);
    cv::Point place = anyPlace(picture, random) - cv::Point(picture.cols / 3, 0);
    const int lines = integer(random, 1, 5);
    for (int i = 0; i < lines; ++i) {
        cv::putText(picture, anyWords(random), place, font, size, color, thickness, cv::LINE_AA);
        place.y += static_cast<int>(32 * size);
    }
}

void drawShape(cv::Mat& picture, Random& random) {
    const cv::Scalar color = anyColor(random);
    const int border = integer(random, 0, 2) == 0 ? cv::FILLED : integer(random, 1, 4);
    const cv::Point from = anyPlace(picture, random);
    const int largest = picture.cols / 3;
    const cv::Size size(integer(random, 4, largest), integer(random, 4, largest));
    switch (integer(random, 0, 3)) {
    case 0:
        cv::rectangle(picture, {from, size}, color, border, cv::LINE_8);
        return;
    case 1:
        cv::circle(picture, from, size.width / 2, color, border, cv::LINE_AA);
        return;
    case 2:
        cv::line(picture, from, anyPlace(picture, random), color, integer(random, 1, 4),
                 cv::LINE_AA);
        return;
    default: {
        cv::Mat part = picture(cv::Rect(from, size) & cv::Rect({}, picture.size()));
        cv::addWeighted(part, 0.4, cv::Mat(part.size(), part.type(), color), 0.6, 0, part);
    }
    }
}

/// Rising and falling bars with an axis, or lines of a table.
void drawBars(cv::Mat& picture, Random& random) {
    const cv::Scalar color = anyColor(random);
    const int step = integer(random, 8, 40);
    const int foot = integer(random, picture.rows / 2, picture.rows - 1);
    for (int x = integer(random, 0, step); x < picture.cols; x += step) {
        const int height = integer(random, 2, picture.rows / 2);
        cv::rectangle(picture, cv::Rect(x, foot - height, step * 2 / 3, height), color, cv::FILLED);
    }
    cv::line(picture, {0, foot}, {picture.cols - 1, foot}, cv::Scalar::all(40), 1);
}

cv::Mat ramp(cv::Size size, Random& random) {
    cv::Mat corners(2, 2, CV_8UC3);
    for (int i = 0; i < 4; ++i) {
        const cv::Scalar color = anyColor(random);
        corners.at<cv::Vec3b>(i / 2, i % 2) = {cv::saturate_cast<std::uint8_t>(color[0]),
                                               cv::saturate_cast<std::uint8_t>(color[1]),
                                               cv::saturate_cast<std::uint8_t>(color[2])};
    }
    cv::Mat shaded;
    cv::resize(corners, shaded, size, 0, 0, cv::INTER_LINEAR);
    return shaded;
}

} // namespace

void drawGraphics(cv::Mat& picture, Random& random) {
    const int parts = integer(random, 1, 3);
    for (int i = 0; i < parts; ++i) {
        if (uniform(random, 0, 1) < 0.6)
            drawText(picture, random);
        else
            drawShape(picture, random);
    }
}

cv::Mat renderedGraphic(cv::Size size, Random& random) {
    const double ground = uniform(random, 0, 1);
    cv::Mat picture = ground < 0.4
                          ? cv::Mat(size, CV_8UC3, cv::Scalar::all(uniform(random, 225, 256)))
                      : ground < 0.6 ? cv::Mat(size, CV_8UC3, anyColor(random))
                                     : ramp(size, random);
    if (uniform(random, 0, 1) < 0.25)
        drawBars(picture, random);
    const int rounds = integer(random, 2, 5);
    for (int i = 0; i < rounds; ++i)
        drawGraphics(picture, random);
    return picture;
}

} // namespace core::training
