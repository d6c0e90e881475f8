// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/detector/foreign_parts.h"

#include "core/model/detector/tile_classifier.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace core::model {

namespace {

constexpr float kLimit = 8;
constexpr std::size_t kChannels = kFeatureChannels;
// The next four were chosen on manipulated pictures apart from those of the model card's figures
// (decision 16), the two after them set beforehand.
/// Log-odds from which on a cell counts rather for the foreign part than for the rest.
constexpr double kSeed = 2;
constexpr double kWeight = 0.25; ///< of the discriminant, beside the mean of the neighbors
constexpr double kOffset = 1.3;  ///< leaves as much of untouched pictures marked as before
constexpr double kRidge = 0.1;   ///< of the mean variance, for features that hardly vary
/// So many cells of the picture's mean belong to the foreign part: a few cells say little.
constexpr double kPriorCells = 5;
constexpr double kMostDiscriminant = 30;

using Features = std::array<double, kChannels>;

/// Cell numbers by place, with a border of one cell around them.
class CellGrid {
  public:
    explicit CellGrid(const std::vector<Rect>& tiles) {
        int right = 0;
        int bottom = 0;
        m_left = tiles.front().x;
        m_top = tiles.front().y;
        for (const Rect& tile : tiles) {
            m_left = std::min(m_left, tile.x);
            m_top = std::min(m_top, tile.y);
            right = std::max(right, tile.x + tile.width);
            bottom = std::max(bottom, tile.y + tile.height);
        }
        m_columns = (right - m_left) / kCellSide + 2;
        const int rows = (bottom - m_top) / kCellSide + 2;
        m_cells.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(rows), kNone);
        std::size_t cell = 0;
        for (const Rect& tile : tiles) {
            for (int y = 0; y < kCellsPerTile; ++y) {
                for (int x = 0; x < kCellsPerTile; ++x) {
                    const std::size_t place = placeOf(tile, x, y);
                    m_cells[place] = cell++;
                    m_places.push_back(place);
                }
            }
        }
    }

    /// Calls `work` with the cell and those around it, as far as there are any.
    template <typename Work> void forEachAround(std::size_t cell, const Work& work) const {
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const auto place = static_cast<std::size_t>(
                    static_cast<std::ptrdiff_t>(m_places[cell]) + dy * m_columns + dx);
                if (m_cells[place] != kNone)
                    work(m_cells[place]);
            }
        }
    }

  private:
    static constexpr auto kNone = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t placeOf(const Rect& tile, int x, int y) const {
        const int column = (tile.x - m_left) / kCellSide + x + 1;
        const int row = (tile.y - m_top) / kCellSide + y + 1;
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column);
    }

    int m_left = 0;
    int m_top = 0;
    int m_columns = 0;
    std::vector<std::size_t> m_cells;
    std::vector<std::size_t> m_places;
};

/// Sums in the order in which they come: the same whatever the number of threads.
struct WeightedMean {
    Features sum = {};
    double weight = 0;

    void add(const float* features, double by) {
        for (std::size_t c = 0; c < kChannels; ++c)
            sum[c] += by * static_cast<double>(features[c]);
        weight += by;
    }
    void add(const Features& features, double by) {
        for (std::size_t c = 0; c < kChannels; ++c)
            sum[c] += by * features[c];
        weight += by;
    }
    [[nodiscard]] Features mean() const {
        Features mean = sum;
        for (double& value : mean)
            value /= std::max(weight, 1e-6);
        return mean;
    }
};

const float* featuresOf(const PictureCells& cells, std::size_t cell) {
    return cells.features.data() + cell * kChannels;
}

/// A cell's mean with its neighbors, blank ones left out.
struct Surroundings {
    std::vector<Features> features;
    std::vector<double> foreign;
};

Surroundings surroundingsOf(const PictureCells& cells) {
    const CellGrid grid(cells.tiles);
    Surroundings around;
    for (std::size_t cell = 0; cell < cells.foreign.size(); ++cell) {
        WeightedMean mean;
        double foreign = 0;
        grid.forEachAround(cell, [&](std::size_t other) {
            if (cells.isBlank[other])
                return;
            mean.add(featuresOf(cells, other), 1);
            foreign += static_cast<double>(cells.foreign[other]);
        });
        around.features.push_back(mean.mean());
        around.foreign.push_back(foreign / std::max(mean.weight, 1.0));
    }
    return around;
}

Features varianceOf(const PictureCells& cells) {
    WeightedMean mean;
    WeightedMean squares;
    for (std::size_t cell = 0; cell < cells.foreign.size(); ++cell) {
        if (cells.isBlank[cell])
            continue;
        mean.add(featuresOf(cells, cell), 1);
        Features squared;
        for (std::size_t c = 0; c < kChannels; ++c) {
            const auto value = static_cast<double>(featuresOf(cells, cell)[c]);
            squared[c] = value * value;
        }
        squares.add(squared, 1);
    }
    const Features middle = mean.mean();
    Features variance = squares.mean();
    double all = 0;
    for (std::size_t c = 0; c < kChannels; ++c) {
        variance[c] = std::max(variance[c] - middle[c] * middle[c], 0.0);
        all += variance[c] / static_cast<double>(kChannels);
    }
    for (double& value : variance)
        value += kRidge * all + 1e-6;
    return variance;
}

/// Positive where a cell is closer to what was taken for foreign.
struct Discriminant {
    Features middle;
    Features weight;

    [[nodiscard]] double of(const Features& features) const {
        double sum = 0;
        for (std::size_t c = 0; c < kChannels; ++c)
            sum += (features[c] - middle[c]) * weight[c];
        return std::clamp(sum, -kMostDiscriminant, kMostDiscriminant);
    }
};

Discriminant discriminantOf(const PictureCells& cells, const Surroundings& around,
                            const Features& variance) {
    WeightedMean foreign;
    WeightedMean rest;
    WeightedMean all;
    for (std::size_t cell = 0; cell < cells.foreign.size(); ++cell) {
        if (cells.isBlank[cell])
            continue;
        const double share = 1 / (1 + std::exp(kSeed - static_cast<double>(cells.foreign[cell])));
        foreign.add(around.features[cell], share);
        rest.add(around.features[cell], 1 - share);
        all.add(around.features[cell], 1);
    }
    foreign.add(all.mean(), kPriorCells);
    const Features one = foreign.mean();
    const Features other = rest.mean();
    Discriminant discriminant{};
    for (std::size_t c = 0; c < kChannels; ++c) {
        discriminant.middle[c] = (one[c] + other[c]) / 2;
        discriminant.weight[c] = (one[c] - other[c]) / variance[c];
    }
    return discriminant;
}

} // namespace

std::vector<float> foreignBesideOthers(const PictureCells& cells) {
    if (cells.tiles.empty())
        return {};
    const Surroundings around = surroundingsOf(cells);
    const Discriminant discriminant = discriminantOf(cells, around, varianceOf(cells));
    std::vector<float> logOdds;
    for (std::size_t cell = 0; cell < cells.foreign.size(); ++cell) {
        const double value =
            around.foreign[cell] + kWeight * discriminant.of(around.features[cell]) - kOffset;
        logOdds.push_back(std::clamp(static_cast<float>(value), -kLimit, kLimit));
    }
    return logOdds;
}

} // namespace core::model
