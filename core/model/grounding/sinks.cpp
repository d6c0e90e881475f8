// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/sinks.h"

#include <algorithm>
#include <cmath>

namespace core::model {

namespace {

float median(std::vector<float> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

std::vector<char> outlyingNorms(std::span<const float> norms) {
    constexpr float kDeviations = 6;
    constexpr float kLeastSpread = 0.02F; // of the median: equal norms have no outliers
    const float center = median({norms.begin(), norms.end()});
    std::vector<float> distances;
    for (const float norm : norms)
        distances.push_back(std::abs(norm - center));
    const float limit =
        center + kDeviations * std::max(median(distances), kLeastSpread * std::abs(center));
    std::vector<char> sinks;
    for (const float norm : norms)
        sinks.push_back(norm > limit ? 1 : 0);
    return sinks;
}

std::vector<char> massiveTokens(std::span<const float> largest, int width) {
    constexpr double kLimit = 20;
    // No value can exceed the root of the width, which small models do not let reach 20.
    constexpr double kShareOfGreatest = 0.8;
    const double limit = std::min(kLimit, kShareOfGreatest * std::sqrt(static_cast<double>(width)));
    std::vector<char> sinks;
    for (const float value : largest)
        sinks.push_back(value > limit ? 1 : 0);
    return sinks;
}

void fillSinks(std::span<float> map, int columns, int rows, const std::vector<char>& sinks) {
    const auto index = [columns](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(x);
    };
    const std::vector<float> before(map.begin(), map.end());
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            if (sinks[index(x, y)] == 0)
                continue;
            std::vector<float> around;
            for (int reach = 1; around.empty() && reach < std::max(columns, rows); ++reach)
                for (int ny = std::max(0, y - reach); ny <= std::min(rows - 1, y + reach); ++ny)
                    for (int nx = std::max(0, x - reach); nx <= std::min(columns - 1, x + reach);
                         ++nx)
                        if (sinks[index(nx, ny)] == 0)
                            around.push_back(before[index(nx, ny)]);
            map[index(x, y)] = median(std::move(around));
        }
    }
}

} // namespace core::model
