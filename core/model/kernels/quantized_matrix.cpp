// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/quantized_matrix.h"

#include <c10/util/Half.h>

#include <cstring>

namespace core::model {

namespace {

int valueAt(const QuantizedMatrix& matrix, std::int64_t group, std::int64_t row,
            std::int64_t column) {
    const std::uint8_t* bytes = matrix.values + group * groupBytes(matrix.format);
    const std::int64_t quad = column / 4;
    const std::int64_t inQuad = row * 4 + column % 4;
    if (matrix.format == WeightFormat::Q8)
        return static_cast<std::int8_t>(bytes[quad * kQuadBytes + inQuad]);
    const int pair = bytes[quad % 4 * kQuadBytes + inQuad];
    return (quad < 4 ? pair & 15 : pair >> 4) - 8;
}

} // namespace

std::optional<QuantizedSize> quantizedSize(WeightFormat format, std::int64_t rows,
                                           std::int64_t columns) {
    constexpr std::int64_t kLongestSide = std::int64_t{1} << 28;
    constexpr std::int64_t kMostWeights = std::int64_t{1} << 40;
    if (rows < 1 || columns < 1 || rows > kLongestSide || columns > kLongestSide ||
        rows > kMostWeights / columns)
        return std::nullopt;
    const QuantizedMatrix matrix{format, rows, columns, nullptr, nullptr};
    const auto blocks = static_cast<std::size_t>(matrix.tiles() * matrix.groups());
    return QuantizedSize{matrix.tiles(), matrix.groups(),
                         blocks * static_cast<std::size_t>(groupBytes(format)),
                         blocks * kTileRows * sizeof(c10::Half)};
}

void dequantize(const QuantizedMatrix& matrix, float* weights) {
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        const std::int64_t tile = row / kTileRows;
        for (std::int64_t column = 0; column < matrix.columns; ++column) {
            const std::int64_t group = tile * matrix.groups() + column / kGroupColumns;
            c10::Half scale;
            std::memcpy(&scale,
                        matrix.scales + (group * kTileRows + row % kTileRows) * sizeof scale,
                        sizeof scale);
            *weights++ =
                static_cast<float>(scale) *
                static_cast<float>(valueAt(matrix, group, row % kTileRows, column % kGroupColumns));
        }
    }
}

} // namespace core::model
