// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_kernels.h"

#include <c10/util/Half.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace core::model {

namespace {

using GroupSums = std::array<std::int32_t, kTileRows>;

GroupSums sumsOfGroup(WeightFormat format, const std::uint8_t* values, const std::int8_t* x) {
    GroupSums sums{};
    for (std::int64_t quad = 0; quad < 8; ++quad)
        for (std::int64_t i = 0; i < 32; ++i) {
            const int weight = format == WeightFormat::Q8
                                   ? static_cast<std::int8_t>(values[quad * 32 + i])
                               : quad < 4 ? values[quad * 32 + i] & 15
                                          : values[(quad - 4) * 32 + i] >> 4;
            sums[static_cast<std::size_t>(i / 4)] += weight * x[quad * 4 + i % 4];
        }
    return sums;
}

} // namespace

void multiplyTilesPortable(const QuantizedMatrix& matrix, const QuantizedRows& x,
                           const TileRange& range) {
    const std::int32_t offset = matrix.format == WeightFormat::Q4 ? 8 : 0;
    for (std::int64_t tile = range.first; tile < range.last; ++tile)
        for (std::int64_t row = 0; row < x.rows; ++row) {
            std::array<float, kTileRows> result{};
            for (std::int64_t group = 0; group < x.groups; ++group) {
                const std::int64_t block = tile * x.groups + group;
                const std::int64_t place = row * x.groups + group;
                const GroupSums sums =
                    sumsOfGroup(matrix.format, matrix.values + block * groupBytes(matrix.format),
                                x.values + place * kGroupColumns);
                std::array<c10::Half, kTileRows> scales;
                std::memcpy(scales.data(), matrix.scales + block * sizeof scales, sizeof scales);
                for (std::size_t i = 0; i < result.size(); ++i)
                    result[i] += static_cast<float>(sums[i] - offset * x.sums[place]) *
                                 (static_cast<float>(scales[i]) * x.scales[place]);
            }
            const std::int64_t first = tile * kTileRows;
            std::copy_n(result.begin(), std::min(kTileRows, matrix.rows - first),
                        range.y + row * matrix.rows + first);
        }
}

} // namespace core::model
