// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grounding/head_choice.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace core::model {

namespace {

constexpr std::size_t kMostHeads = 10;
constexpr std::size_t kFewestHeads = 3;

double sumOf(std::span<const float> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Sums of the 8-connected parts above a threshold.
std::vector<double> partsAbove(std::span<const float> map, int columns, int rows,
                               double threshold) {
    std::vector<char> isOpen;
    for (const float value : map)
        isOpen.push_back(value > threshold ? 1 : 0);
    std::vector<double> parts;
    std::vector<int> pending;
    for (int start = 0; start < columns * rows; ++start) {
        if (isOpen[static_cast<std::size_t>(start)] == 0)
            continue;
        isOpen[static_cast<std::size_t>(start)] = 0;
        pending.assign(1, start);
        parts.push_back(0);
        while (!pending.empty()) {
            const int at = pending.back();
            pending.pop_back();
            parts.back() += map[static_cast<std::size_t>(at)];
            const int x = at % columns;
            const int y = at / columns;
            for (int ny = std::max(0, y - 1); ny <= std::min(rows - 1, y + 1); ++ny)
                for (int nx = std::max(0, x - 1); nx <= std::min(columns - 1, x + 1); ++nx) {
                    const int next = ny * columns + nx;
                    if (isOpen[static_cast<std::size_t>(next)] != 0) {
                        isOpen[static_cast<std::size_t>(next)] = 0;
                        pending.push_back(next);
                    }
                }
        }
    }
    return parts;
}

} // namespace

std::size_t elbow(std::span<const float> sorted) {
    if (sorted.size() < 3)
        return sorted.empty() ? 0 : sorted.size() - 1;
    const auto last = static_cast<double>(sorted.size() - 1);
    std::size_t best = 0;
    double farthest = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double chord =
            sorted.front() + (sorted.back() - sorted.front()) * static_cast<double>(i) / last;
        if (chord - sorted[i] > farthest) {
            farthest = chord - sorted[i];
            best = i;
        }
    }
    // A straight line has no elbow: everything counts.
    return farthest > 1e-6 * std::abs(sorted.front()) ? best : sorted.size() - 1;
}

double spatialEntropy(std::span<const float> map, int columns, int rows) {
    const double mean = sumOf(map) / static_cast<double>(map.size());
    const auto parts = partsAbove(map, columns, rows, mean);
    const double total = std::accumulate(parts.begin(), parts.end(), 0.0);
    double entropy = 0;
    for (const double part : parts)
        if (part > 0)
            entropy -= part / total * std::log(part / total);
    return entropy;
}

std::vector<std::size_t> groundingHeads(const HeadMaps& maps) {
    struct Head {
        std::size_t index;
        float mass;
        double scatter;
    };
    std::vector<Head> heads;
    for (std::size_t i = 0; i < maps.count(); ++i)
        heads.push_back({i, static_cast<float>(sumOf(maps.head(i))), 0});
    std::ranges::stable_sort(heads, std::greater<>{}, &Head::mass);
    std::vector<float> masses;
    for (const Head& head : heads)
        masses.push_back(head.mass);
    const std::size_t kept = std::min(heads.size(), std::max(kFewestHeads, elbow(masses)));
    heads.resize(kept);
    for (Head& head : heads)
        head.scatter = spatialEntropy(maps.head(head.index), maps.columns, maps.rows);
    std::ranges::stable_sort(heads, {}, &Head::scatter);
    std::vector<std::size_t> chosen;
    for (const Head& head : heads)
        if (chosen.size() < kMostHeads)
            chosen.push_back(head.index);
    return chosen;
}

} // namespace core::model
