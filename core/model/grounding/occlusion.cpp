// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/occlusion.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace core::model {

namespace {

/// One color plane of the model's input.
struct Plane {
    float* values;
    int width;
    int height;

    [[nodiscard]] float& at(int x, int y) const {
        return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

std::vector<float> gaussian(double sigma) {
    const int reach = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
    std::vector<float> kernel;
    float sum = 0;
    for (int k = -reach; k <= reach; ++k) {
        kernel.push_back(static_cast<float>(std::exp(-k * k / (2 * sigma * sigma))));
        sum += kernel.back();
    }
    for (float& weight : kernel)
        weight /= sum;
    return kernel;
}

/// Blurs a box, reading beyond its borders.
void blur(const Plane& plane, const Rect& box, const std::vector<float>& kernel) {
    const int reach = static_cast<int>(kernel.size() / 2);
    const int top = std::max(0, box.y - reach);
    const int bottom = std::min(plane.height, box.y + box.height + reach);
    std::vector<float> across(static_cast<std::size_t>(bottom - top) *
                              static_cast<std::size_t>(box.width));
    const auto index = [&](int x, int y) {
        return static_cast<std::size_t>(y - top) * static_cast<std::size_t>(box.width) +
               static_cast<std::size_t>(x - box.x);
    };
    for (int y = top; y < bottom; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            float sum = 0;
            for (int k = -reach; k <= reach; ++k)
                sum += kernel[static_cast<std::size_t>(k + reach)] *
                       plane.at(std::clamp(x + k, 0, plane.width - 1), y);
            across[index(x, y)] = sum;
        }
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            float sum = 0;
            for (int k = -reach; k <= reach; ++k)
                sum += kernel[static_cast<std::size_t>(k + reach)] *
                       across[index(x, std::clamp(y + k, top, bottom - 1))];
            plane.at(x, y) = sum;
        }
}

/// Fills a box with the mean of a frame around it, half as wide as the box itself.
void fillWithSurroundings(const Plane& plane, const Rect& box) {
    const int frame = std::max(2, std::min(box.width, box.height) / 2);
    const Rect outer =
        intersection({box.x - frame, box.y - frame, box.width + 2 * frame, box.height + 2 * frame},
                     {0, 0, plane.width, plane.height});
    double sum = 0;
    long long count = 0;
    for (int y = outer.y; y < outer.y + outer.height; ++y)
        for (int x = outer.x; x < outer.x + outer.width; ++x) {
            const bool isInside =
                x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
            if (isInside)
                continue;
            sum += plane.at(x, y);
            ++count;
        }
    const float mean = count > 0 ? static_cast<float>(sum / static_cast<double>(count)) : 0.0F;
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            plane.at(x, y) = mean;
}

} // namespace

std::vector<float> occluded(const PreparedPicture& picture, const Removal& removal) {
    constexpr double kSigmaShare = 12.0 / 336;
    std::vector<float> values = picture.values;
    const int width = picture.geometry.width;
    const int height = picture.geometry.height;
    const auto kernel = gaussian(kSigmaShare * std::min(width, height));
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    for (const Rect& wanted : removal.boxes) {
        const Rect box = intersection(wanted, {0, 0, width, height});
        if (box.isEmpty())
            continue;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const Plane plane{values.data() + channel * size, width, height};
            if (removal.fill == Fill::Blur)
                blur(plane, box, kernel);
            else
                fillWithSurroundings(plane, box);
        }
    }
    return values;
}

double textureOf(const PreparedPicture& picture, const Rect& wanted) {
    const int width = picture.geometry.width;
    const int height = picture.geometry.height;
    const Rect box = intersection(wanted, {0, 0, width - 1, height - 1});
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    double sum = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const float* plane = picture.values.data() + channel * size;
        for (int y = box.y; y < box.y + box.height; ++y)
            for (int x = box.x; x < box.x + box.width; ++x) {
                const std::size_t at =
                    static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(x);
                sum += std::abs(plane[at + 1] - plane[at]) +
                       std::abs(plane[at + static_cast<std::size_t>(width)] - plane[at]);
            }
    }
    return box.isEmpty() ? 0 : sum / (6.0 * static_cast<double>(box.area()));
}

} // namespace core::model
