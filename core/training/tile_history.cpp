// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/tile_history.h"

#include "core/training/resave.h"
#include "core/training/wear.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace core::training {

namespace {

/// Kept around the crop until it was saved, so that its place on the JPEG grid is random.
constexpr int kMargin = 32;

constexpr double kShareReduced = 0.4;

HistoryTile resized(const HistoryTile& tile, int wanted, Random& random) {
    constexpr std::array kMethods = {cv::INTER_AREA, cv::INTER_LINEAR, cv::INTER_CUBIC,
                                     cv::INTER_LANCZOS4};
    const double smallest =
        std::clamp(static_cast<double>(wanted + 8) / tile.pixels.rows, 0.4, 1.0);
    const double scale = uniform(random, smallest, 1.15);
    // Below a half only area averaging avoids aliasing that no real program leaves.
    const int drawn = kMethods[static_cast<std::size_t>(integer(random, 0, 3))];
    HistoryTile result;
    cv::resize(tile.pixels, result.pixels, {}, scale, scale,
               scale < 0.6 ? static_cast<int>(cv::INTER_AREA) : drawn);
    if (!tile.mask.empty())
        cv::resize(tile.mask, result.mask, result.pixels.size(), 0, 0, cv::INTER_LINEAR);
    return result;
}

HistoryTile randomCut(const HistoryTile& tile, int side, Random& random) {
    const int size = std::min({tile.pixels.rows, tile.pixels.cols, side});
    const cv::Rect place(integer(random, 0, tile.pixels.cols - size),
                         integer(random, 0, tile.pixels.rows - size), size, size);
    return {tile.pixels(place), tile.mask.empty() ? cv::Mat() : tile.mask(place)};
}

cv::Mat processed(const cv::Mat& tile, Random& random) {
    const double kind = uniform(random, 0, 1);
    if (kind < 0.15)
        return softened(tile, random);
    if (kind < 0.24)
        return noisy(tile, random);
    return kind < 0.32 ? sharpened(tile, random) : tile;
}

cv::Mat saved(const cv::Mat& tile, Random& random) {
    const double kind = uniform(random, 0, 1);
    const double quality = uniform(random, 50, 98);
    const auto result = kind < 0.1
                            ? resavedAsWebp(tile, static_cast<int>(quality))
                            : resavedAsJpeg(tile, static_cast<int>(quality), kind < 0.37 ? 1 : 2);
    return result ? *result : tile;
}

int numberOfSaves(Random& random) {
    const double drawn = uniform(random, 0, 1);
    if (drawn < 0.15)
        return 0;
    return drawn < 0.75 ? 1 : 2;
}

HistoryTile turned(const HistoryTile& tile, Random& random) {
    HistoryTile result{tile.pixels.clone(), tile.mask.clone()};
    const std::array<bool, 3> wanted = {integer(random, 0, 1) == 1, integer(random, 0, 1) == 1,
                                        integer(random, 0, 1) == 1};
    for (cv::Mat* each : {&result.pixels, &result.mask}) {
        if (each->empty())
            continue;
        if (wanted[0])
            cv::flip(*each, *each, 1);
        if (wanted[1])
            cv::flip(*each, *each, 0);
        if (wanted[2])
            cv::transpose(*each, *each);
    }
    return result;
}

HistoryTile halved(const HistoryTile& tile) {
    HistoryTile result;
    cv::resize(tile.pixels, result.pixels, {}, 0.5, 0.5, cv::INTER_AREA);
    if (!tile.mask.empty())
        cv::resize(tile.mask, result.mask, {}, 0.5, 0.5, cv::INTER_AREA);
    return result;
}

} // namespace

HistoryTile withHistory(const HistoryTile& tile, int crop, Random& random) {
    const bool isReduced =
        uniform(random, 0, 1) < kShareReduced && tile.pixels.rows >= 2 * crop + kMargin;
    const int wanted = isReduced ? 2 * crop : crop;
    HistoryTile result = tile;
    if (uniform(random, 0, 1) < 0.55)
        result = resized(result, wanted, random);
    result = randomCut(result, wanted + kMargin, random);
    result.pixels = processed(result.pixels, random);
    const int saves = numberOfSaves(random);
    for (int i = 0; i < saves; ++i)
        result.pixels = saved(result.pixels, random);
    result = turned(randomCut(result, wanted, random), random);
    return isReduced ? halved(result) : result;
}

HistoryTile tileOf(const PixelView& view) {
    return {cv::Mat(view.height, view.width, CV_8UC3, const_cast<std::uint8_t*>(view.data),
                    static_cast<std::size_t>(view.bytesPerRow)),
            {}};
}

} // namespace core::training
