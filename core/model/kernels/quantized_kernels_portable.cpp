// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_kernels.h"

#include <c10/util/Half.h>

#include <array>
#include <cstddef>
#include <cstring>

namespace core::model {

namespace {

/// The weight as the kernels see it: Q4 with its offset of 8.
template <WeightFormat Format> int weightAt(const std::uint8_t* group, int quad, std::int64_t i) {
    if constexpr (Format == WeightFormat::Q8)
        return static_cast<std::int8_t>(group[quad * kQuadBytes + i]);
    const int pair = group[quad % 4 * kQuadBytes + i];
    return quad < 4 ? pair & 15 : pair >> 4;
}

template <WeightFormat Format, int Rows>
void addGroups(const TileGroups& weights, const PanelGroups& x, float* sums) {
    for (std::int64_t group = 0; group < weights.count; ++group) {
        const std::uint8_t* values = weights.values + group * groupBytes(Format);
        std::array<c10::Half, kTileRows> scales;
        std::memcpy(scales.data(),
                    weights.scales + group * static_cast<std::int64_t>(sizeof scales),
                    sizeof scales);
        for (std::int64_t row = 0; row < Rows; ++row) {
            std::array<std::int32_t, kTileRows> products;
            products.fill(x.starts[group * Rows + row]);
            for (int quad = 0; quad < 8; ++quad) {
                const std::int8_t* numbers = x.values + ((group * 8 + quad) * Rows + row) * 4;
                for (std::int64_t i = 0; i < kQuadBytes; ++i)
                    products[static_cast<std::size_t>(i / 4)] +=
                        weightAt<Format>(values, quad, i) * numbers[i % 4];
            }
            const float scale = x.scales[group * Rows + row];
            for (std::size_t i = 0; i < products.size(); ++i)
                sums[static_cast<std::size_t>(row) * products.size() + i] +=
                    static_cast<float>(products[i]) * (static_cast<float>(scales[i]) * scale);
        }
    }
}

template <WeightFormat Format> GroupsKernel kernelFor(std::int64_t rows) {
    return rows == 8   ? addGroups<Format, 8>
           : rows == 4 ? addGroups<Format, 4>
           : rows == 2 ? addGroups<Format, 2>
                       : addGroups<Format, 1>;
}

} // namespace

GroupsKernel portableGroupsKernel(WeightFormat format, std::int64_t rows) {
    return format == WeightFormat::Q8 ? kernelFor<WeightFormat::Q8>(rows)
                                      : kernelFor<WeightFormat::Q4>(rows);
}

} // namespace core::model
