// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace core::grounding {

/// A value for each image token, row by row from the top left; not negative.
struct TokenMap {
    int columns = 0;
    int rows = 0;
    std::vector<float> values;

    bool operator==(const TokenMap&) const = default;
    [[nodiscard]] bool isEmpty() const { return values.empty(); }
    [[nodiscard]] double total() const;
    [[nodiscard]] float at(int column, int row) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// How evenly the values lie: 0 when one token has all, 1 when every token has the same (entropy
/// over its largest value). 1 for an empty map.
[[nodiscard]] double evenness(const TokenMap& map);

/// The map with `width` x `height` values, bicubic with cell centers at .5, never below 0.
/// @source Keys, "Cubic convolution interpolation for digital image processing", 1981
[[nodiscard]] TokenMap enlarged(const TokenMap& map, int width, int height);

/// Gaussian smoothing; borders are repeated.
/// @param sigma  in tokens
[[nodiscard]] TokenMap smoothed(const TokenMap& map, double sigma);

/// The threshold that parts the values best into two classes; values above it belong to the upper
/// class.
/// @source Otsu, "A Threshold Selection Method from Gray-Level Histograms", 1979
[[nodiscard]] float otsuThreshold(const TokenMap& map);

/// The largest threshold above which at least `share` of all mass lies.
[[nodiscard]] float massThreshold(const TokenMap& map, double share);

} // namespace core::grounding
