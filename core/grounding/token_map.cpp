// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grounding/token_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace core::grounding {

namespace {

/// What one value of the result is made of: four neighbors and their weights.
struct Taps {
    std::array<int, 4> from{};
    std::array<float, 4> weight{};
};

double keys(double x) {
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1)
        return ((a + 2) * x - (a + 3)) * x * x + 1;
    return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
}

std::vector<Taps> tapsFor(int in, int out) {
    std::vector<Taps> taps(static_cast<std::size_t>(out));
    for (int i = 0; i < out; ++i) {
        const double place = (i + 0.5) * in / out - 0.5;
        const int first = static_cast<int>(std::floor(place)) - 1;
        for (std::size_t k = 0; k < 4; ++k) {
            const int cell = first + static_cast<int>(k);
            taps[static_cast<std::size_t>(i)].from[k] = std::clamp(cell, 0, in - 1);
            taps[static_cast<std::size_t>(i)].weight[k] = static_cast<float>(keys(place - cell));
        }
    }
    return taps;
}

/// One row or column of the map smoothed with repeated borders.
template <typename Get>
float blurred(const std::vector<float>& kernel, int length, int at, const Get& get) {
    const int reach = static_cast<int>(kernel.size() / 2);
    float sum = 0;
    for (int k = -reach; k <= reach; ++k)
        sum += kernel[static_cast<std::size_t>(k + reach)] * get(std::clamp(at + k, 0, length - 1));
    return sum;
}

} // namespace

double TokenMap::total() const {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

double evenness(const TokenMap& map) {
    const double total = map.total();
    if (map.values.size() < 2 || total <= 0)
        return 1;
    double entropy = 0;
    for (const float value : map.values)
        if (value > 0)
            entropy -= value / total * std::log(value / total);
    return entropy / std::log(static_cast<double>(map.values.size()));
}

TokenMap enlarged(const TokenMap& map, int width, int height) {
    TokenMap wide{width, map.rows, {}};
    if (map.isEmpty() || width <= 0 || height <= 0)
        return {};
    const auto across = tapsFor(map.columns, width);
    for (int row = 0; row < map.rows; ++row)
        for (const Taps& taps : across) {
            float sum = 0;
            for (std::size_t k = 0; k < 4; ++k)
                sum += taps.weight[k] * map.at(taps.from[k], row);
            wide.values.push_back(sum);
        }
    TokenMap result{width, height, {}};
    result.values.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (const Taps& taps : tapsFor(map.rows, height))
        for (int x = 0; x < width; ++x) {
            float sum = 0;
            for (std::size_t k = 0; k < 4; ++k)
                sum += taps.weight[k] * wide.at(x, taps.from[k]);
            result.values.push_back(std::max(0.0F, sum));
        }
    return result;
}

TokenMap smoothed(const TokenMap& map, double sigma) {
    if (sigma <= 0 || map.isEmpty())
        return map;
    const int reach = std::max(1, static_cast<int>(std::ceil(2 * sigma)));
    std::vector<float> kernel;
    for (int k = -reach; k <= reach; ++k)
        kernel.push_back(static_cast<float>(std::exp(-k * k / (2 * sigma * sigma))));
    const float sum = std::accumulate(kernel.begin(), kernel.end(), 0.0F);
    for (float& weight : kernel)
        weight /= sum;
    TokenMap across{map.columns, map.rows, {}};
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.columns; ++x)
            across.values.push_back(
                blurred(kernel, map.columns, x, [&](int from) { return map.at(from, y); }));
    TokenMap result{map.columns, map.rows, {}};
    for (int y = 0; y < map.rows; ++y)
        for (int x = 0; x < map.columns; ++x)
            result.values.push_back(
                blurred(kernel, map.rows, y, [&](int from) { return across.at(x, from); }));
    return result;
}

float otsuThreshold(const TokenMap& map) {
    constexpr std::size_t kBins = 256;
    if (map.isEmpty())
        return 0;
    const float largest = std::ranges::max(map.values);
    if (largest <= 0)
        return 0;
    std::array<double, kBins> histogram{};
    for (const float value : map.values)
        ++histogram[std::min(kBins - 1, static_cast<std::size_t>(value / largest * kBins))];
    double all = 0;
    for (std::size_t bin = 0; bin < kBins; ++bin)
        all += static_cast<double>(bin) * histogram[bin];
    const auto count = static_cast<double>(map.values.size());
    double below = 0;
    double sumBelow = 0;
    double best = -1;
    std::size_t bestBin = 0;
    for (std::size_t bin = 0; bin + 1 < kBins; ++bin) {
        below += histogram[bin];
        sumBelow += static_cast<double>(bin) * histogram[bin];
        if (below == 0 || below == count)
            continue;
        const double distance = sumBelow / below - (all - sumBelow) / (count - below);
        const double between = below * (count - below) * distance * distance;
        if (between > best) {
            best = between;
            bestBin = bin;
        }
    }
    return largest * static_cast<float>(bestBin + 1) / kBins;
}

float massThreshold(const TokenMap& map, double share) {
    std::vector<float> sorted = map.values;
    std::ranges::sort(sorted, std::greater<>{});
    const double wanted = share * map.total();
    double sum = 0;
    for (const float value : sorted) {
        sum += value;
        // Just below the value, so that it lies above the threshold itself.
        if (sum >= wanted)
            return std::nextafter(value, 0.0F);
    }
    return 0;
}

} // namespace core::grounding
