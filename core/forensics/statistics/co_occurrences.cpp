// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forensics/statistics/co_occurrences.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace core::forensics {

namespace {

constexpr int kLevels = 5;
constexpr int kCodes = kLevels * kLevels * kLevels * kLevels;
constexpr int kLargestDifference = 1020; ///< of third differences: 4 * 255
constexpr int kSmallestLine = 8;

/// Level (0 to 4) of every possible difference.
using LevelTable = std::array<std::uint8_t, 2 * kLargestDifference + 1>;
using Counts = std::array<std::uint32_t, kCodes>;

LevelTable levelTable(double width) {
    LevelTable table{};
    for (int difference = -kLargestDifference; difference <= kLargestDifference; ++difference) {
        const double level = std::clamp(std::nearbyint(difference / width), -2.0, 2.0);
        table[static_cast<std::size_t>(difference + kLargestDifference)] =
            static_cast<std::uint8_t>(level + 2);
    }
    return table;
}

/// Which of kPatterns each code belongs to, and how many codes share it.
struct Patterns {
    std::array<int, kCodes> patternOf{};
    std::array<int, kPatterns> codes{};
};

int mirrored(int code) {
    int result = 0;
    for (int i = 0; i < 4; ++i, code /= kLevels)
        result = result * kLevels + code % kLevels;
    return result;
}

int negated(int code) {
    return kCodes - 1 - code; // each digit d becomes 4 - d
}

Patterns makePatterns() {
    Patterns patterns;
    int count = 0;
    for (int code = 0; code < kCodes; ++code) {
        const int first = std::min({code, mirrored(code), negated(code), negated(mirrored(code))});
        const int pattern =
            first == code ? count++ : patterns.patternOf[static_cast<std::size_t>(first)];
        patterns.patternOf[static_cast<std::size_t>(code)] = pattern;
        ++patterns.codes[static_cast<std::size_t>(pattern)];
    }
    return patterns;
}

const Patterns& patterns() {
    static const Patterns kAll = makePatterns();
    return kAll;
}

void addRow(const std::uint8_t* row, int width, Difference difference, const LevelTable& table,
            Counts& counts) {
    const std::uint8_t* level = table.data() + kLargestDifference;
    int code = 0;
    const int taps = difference == Difference::Second ? 3 : 4;
    for (int x = 0; x + taps <= width; ++x) {
        const int value = difference == Difference::Second
                              ? row[x] - 2 * row[x + 1] + row[x + 2]
                              : row[x + 3] - 3 * row[x + 2] + 3 * row[x + 1] - row[x];
        code = code % (kCodes / kLevels) * kLevels + level[value];
        if (x >= 3)
            ++counts[static_cast<std::size_t>(code)];
    }
}

std::array<double, kPatterns> frequencies(const cv::Mat& plane, Difference difference,
                                          const LevelTable& table) {
    Counts counts{};
    for (int y = 0; y < plane.rows; ++y)
        addRow(plane.ptr<std::uint8_t>(y), plane.cols, difference, table, counts);
    double total = 0;
    std::array<double, kPatterns> sums{};
    for (std::size_t code = 0; code < kCodes; ++code) {
        sums[static_cast<std::size_t>(patterns().patternOf[code])] += counts[code];
        total += counts[code];
    }
    for (std::size_t i = 0; i < kPatterns; ++i)
        sums[i] = total > 0 ? std::sqrt(sums[i] / (patterns().codes[i] * total)) : 0;
    return sums;
}

} // namespace

std::vector<float> coOccurrences(const cv::Mat& plane, Difference difference, double width) {
    std::vector<float> values(kPatterns, 0.F);
    if (plane.cols < kSmallestLine || plane.rows < kSmallestLine)
        return values;
    const LevelTable table = levelTable(width);
    cv::Mat turned;
    cv::transpose(plane, turned);
    const auto alongRows = frequencies(plane, difference, table);
    const auto alongColumns = frequencies(turned, difference, table);
    for (std::size_t i = 0; i < kPatterns; ++i)
        values[i] = static_cast<float>((alongRows[i] + alongColumns[i]) / 2);
    return values;
}

} // namespace core::forensics
