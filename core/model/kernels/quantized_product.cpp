// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_product.h"

#include "core/model/kernels/quantized_kernels.h"
#include "core/model/kernels/quantized_rows.h"
#include "core/model/kernels/thread_team.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace core::model {

namespace {

// Sizes that keep what is used again in the caches of common processors: a chunk of a tile and the
// panels' numbers for it in the first one (16 + 8 KiB), the panels of a block in the second.
constexpr std::int64_t kChunkGroups = 32;
constexpr std::int64_t kBlockBytes = 384 << 10;
constexpr std::size_t kMostBlockPanels = 16;

using PanelSums = std::array<float, kPanelRows * kTileRows>;

/// One product while it is computed.
class TileProduct {
  public:
    TileProduct(const QuantizedMatrix& matrix, InstructionSet instructions, float* y)
        : m_matrix(matrix), m_y(y) {
        for (std::size_t i = 0; i < m_kernels.size(); ++i)
            m_kernels[i] = groupsKernel(instructions, matrix.format, std::int64_t{1} << i);
    }

    [[nodiscard]] std::int64_t tiles() const { return m_matrix.tiles(); }

    void computeTiles(std::int64_t first, std::int64_t last,
                      const std::vector<RowPanel>& panels) const {
        const std::int64_t panelBytes = kPanelRows * m_matrix.groups() * kGroupColumns;
        const auto most = static_cast<std::size_t>(std::clamp<std::int64_t>(
            kBlockBytes / panelBytes, 1, static_cast<std::int64_t>(kMostBlockPanels)));
        for (std::size_t begin = 0; begin < panels.size(); begin += most) {
            const auto block =
                std::span(panels).subspan(begin, std::min(most, panels.size() - begin));
            for (std::int64_t tile = first; tile < last; ++tile)
                computeTile(tile, block);
        }
    }

  private:
    void computeTile(std::int64_t tile, std::span<const RowPanel> panels) const {
        std::array<PanelSums, kMostBlockPanels> sums;
        for (std::size_t i = 0; i < panels.size(); ++i)
            sums[i].fill(0);
        const std::int64_t groups = m_matrix.groups();
        const std::int64_t step = panels.size() == 1 ? groups : kChunkGroups;
        for (std::int64_t group = 0; group < groups; group += step) {
            const std::int64_t place = tile * groups + group;
            TileGroups chunk{m_matrix.values + place * groupBytes(m_matrix.format),
                             m_matrix.scales + place * kTileRows * 2,
                             std::min(step, groups - group), true};
            for (std::size_t i = 0; i < panels.size(); ++i) {
                kernelFor(panels[i])(chunk, panels[i].from(group), sums[i].data());
                chunk.isFirstUse = false;
            }
        }
        for (std::size_t i = 0; i < panels.size(); ++i)
            store(tile, panels[i], sums[i]);
    }

    void store(std::int64_t tile, const RowPanel& panel, const PanelSums& sums) const {
        const std::int64_t first = tile * kTileRows;
        for (std::int64_t row = 0; row < panel.rows; ++row)
            std::copy_n(sums.begin() + row * kTileRows, std::min(kTileRows, m_matrix.rows - first),
                        m_y + (panel.first + row) * m_matrix.rows + first);
    }

    [[nodiscard]] GroupsKernel kernelFor(const RowPanel& panel) const {
        return m_kernels[panel.rows == 8 ? 3 : static_cast<std::size_t>(panel.rows / 2)];
    }

    const QuantizedMatrix& m_matrix;
    float* m_y;
    std::array<GroupsKernel, 4> m_kernels{}; ///< for 1, 2, 4 and 8 rows
};

} // namespace

void multiplyAll(std::span<const ProductTarget> targets, const float* x, std::int64_t rows,
                 InstructionSet instructions) {
    thread_local QuantizedRows memory;
    // A lambda would see each thread's own memory, not the caller's.
    QuantizedRows& quantized = memory;
    const QuantizedMatrix& first = *targets.front().matrix;
    quantized.assign(x, rows, first.columns, weightOffset(instructions, first.format));
    std::vector<TileProduct> products;
    std::int64_t tiles = 0;
    for (const ProductTarget& target : targets) {
        products.emplace_back(*target.matrix, instructions, target.y);
        tiles += target.matrix->tiles();
    }
    ThreadTeam::instance().run(tiles, [&](std::int64_t begin, std::int64_t end) {
        std::int64_t place = 0; // of the product's first tile among all
        for (const TileProduct& product : products) {
            const std::int64_t from = std::max(begin - place, std::int64_t{0});
            const std::int64_t to = std::min(end - place, product.tiles());
            if (from < to)
                product.computeTiles(from, to, quantized.panels());
            place += product.tiles();
        }
    });
}

void multiply(const QuantizedMatrix& matrix, const float* x, std::int64_t rows, float* y,
              InstructionSet instructions) {
    const ProductTarget target{&matrix, y};
    multiplyAll({&target, 1}, x, rows, instructions);
}

} // namespace core::model
