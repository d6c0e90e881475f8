// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quantization/quantize_matrix.h"

#include "core/model/kernels/thread_team.h"

#include <c10/util/Half.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <limits>

namespace core::model {

namespace {

using Group = std::array<float, kGroupColumns>;

struct QuantizedGroup {
    std::array<int, kGroupColumns> values{};
    c10::Half scale = 0;
    float squaredError = std::numeric_limits<float>::infinity();
};

/// Rounds with the scale as it will be stored.
QuantizedGroup rounded(const Group& group, float scale, int lowest, int highest) {
    QuantizedGroup result;
    result.scale = c10::Half(scale);
    result.squaredError = 0;
    const auto stored = static_cast<float>(result.scale);
    const float inverse = stored == 0 ? 0 : 1 / stored;
    for (std::size_t i = 0; i < group.size(); ++i) {
        // Clamped before it becomes an integer: tiny scales give huge quotients.
        const float value = std::clamp(std::nearbyint(group[i] * inverse),
                                       static_cast<float>(lowest), static_cast<float>(highest));
        result.values[i] = static_cast<int>(value);
        const float error = group[i] - value * stored;
        result.squaredError += error * error;
    }
    return result;
}

QuantizedGroup quantizedGroup(WeightFormat format, const Group& group) {
    const float largest =
        *std::ranges::max_element(group, {}, [](float weight) { return std::abs(weight); });
    if (format == WeightFormat::Q8)
        return rounded(group, std::abs(largest) / 127, -127, 127);
    QuantizedGroup best;
    for (const float steps : {8.0F, 7.0F, 7.25F, 7.5F, 7.75F, 8.25F, 8.5F, 8.75F, 9.0F, 9.5F}) {
        const QuantizedGroup candidate = rounded(group, largest / -steps, -8, 7);
        if (candidate.squaredError < best.squaredError)
            best = candidate;
    }
    return best;
}

/// Puts 32 values of one row where QuantizedMatrix wants them.
void place(WeightFormat format, const QuantizedGroup& group, std::int64_t row,
           std::uint8_t* values) {
    for (std::size_t column = 0; column < group.values.size(); ++column) {
        const std::size_t quad = column / 4;
        const std::size_t inQuad = static_cast<std::size_t>(row) * 4 + column % 4;
        if (format == WeightFormat::Q8) {
            values[quad * kQuadBytes + inQuad] = static_cast<std::uint8_t>(group.values[column]);
            continue;
        }
        const auto nibble = static_cast<unsigned>(group.values[column] + 8);
        std::uint8_t& pair = values[quad % 4 * kQuadBytes + inQuad];
        pair = static_cast<std::uint8_t>(pair | (quad < 4 ? nibble : nibble << 4U));
    }
}

/// One tile; false when a weight cannot be represented.
bool quantizeTile(const QuantizedMatrix& matrix, const float* weights, std::int64_t tile,
                  QuantizedTiles& tiles) {
    for (std::int64_t group = 0; group < matrix.groups(); ++group) {
        const std::int64_t block = tile * matrix.groups() + group;
        for (std::int64_t row = 0; row < kTileRows; ++row) {
            Group numbers{};
            const std::int64_t matrixRow = tile * kTileRows + row;
            const std::int64_t column = group * kGroupColumns;
            if (matrixRow < matrix.rows)
                std::copy_n(weights + matrixRow * matrix.columns + column,
                            std::min(kGroupColumns, matrix.columns - column), numbers.begin());
            constexpr float kLargestHalf = 65504;
            if (!std::ranges::all_of(numbers,
                                     [](float number) { return std::abs(number) < kLargestHalf; }))
                return false;
            const QuantizedGroup result = quantizedGroup(matrix.format, numbers);
            place(matrix.format, result, row,
                  tiles.values.data() + block * groupBytes(matrix.format));
            std::memcpy(tiles.scales.data() + (block * kTileRows + row) * sizeof result.scale,
                        &result.scale, sizeof result.scale);
        }
    }
    return true;
}

} // namespace

QuantizedTiles quantizeRows(WeightFormat format, std::span<const float> weights,
                            std::int64_t columns) {
    const auto rows = static_cast<std::int64_t>(weights.size()) / columns;
    const auto size = quantizedSize(format, rows, columns);
    if (!size)
        return {};
    QuantizedTiles tiles{std::vector<std::uint8_t>(size->valueBytes),
                         std::vector<std::uint8_t>(size->scaleBytes)};
    const QuantizedMatrix matrix{format, rows, columns, nullptr, nullptr};
    std::atomic<bool> isRepresentable = true;
    ThreadTeam::instance().run(size->tiles, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t tile = first; tile < last; ++tile)
            if (!quantizeTile(matrix, weights.data(), tile, tiles))
                isRepresentable = false;
    });
    return isRepresentable ? std::move(tiles) : QuantizedTiles{};
}

} // namespace core::model
