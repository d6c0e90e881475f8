// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/tile_look.h"

#include <algorithm>
#include <cmath>

namespace core::training {

namespace {

constexpr int kEvery = 4; ///< pixels, both ways

double squaredRatio(double difference, double unit) {
    return difference / unit * (difference / unit);
}

} // namespace

TileLook lookOf(const PixelView& tile) {
    double sum = 0;
    double squares = 0;
    double steps = 0;
    double squaredSteps = 0;
    int count = 0;
    for (int y = 0; y < tile.height; y += kEvery) {
        const std::uint8_t* green = tile.data + y * tile.bytesPerRow + 1;
        for (int x = 0; x + 2 < tile.width; x += kEvery) {
            const double value = green[x * 3];
            const double step = std::abs(value - green[(x + 2) * 3]);
            sum += value;
            squares += value * value;
            steps += step;
            squaredSteps += step * step;
            ++count;
        }
    }
    const double mean = sum / count;
    const double meanStep = steps / count;
    return {mean, 0.5 * std::log(std::max(0.0, squares / count - mean * mean) + 4),
            std::log(meanStep + 0.5),
            std::log((squaredSteps / count + 0.5) / (meanStep * meanStep + 0.5))};
}

double distance(const TileLook& first, const TileLook& second) {
    return squaredRatio(first.brightness - second.brightness, 50) +
           squaredRatio(first.contrast - second.contrast, 0.5) +
           squaredRatio(first.detail - second.detail, 0.5) +
           squaredRatio(first.edges - second.edges, 0.3);
}

} // namespace core::training
