// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace core {

/// A coarse grid of values laid over the whole upright image.
/// Cell (column, row) covers the pixels [column * imageWidth / columns, (column + 1) * imageWidth /
/// columns) and likewise in y, so no cell size has to be carried along.
struct HeatMap {
    int columns = 0;
    int rows = 0;
    std::vector<float> values; ///< rows x columns, row by row, each 0 to 1

    bool operator==(const HeatMap&) const = default;
    [[nodiscard]] bool isEmpty() const { return values.empty(); }
    [[nodiscard]] float at(int column, int row) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

} // namespace core
