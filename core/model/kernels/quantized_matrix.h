// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace core::model {

/// How the weights of a matrix are stored. Groups of 32 neighbors along the input dimension share a
/// scale (IEEE half): weight = scale x value.
/// Q8: value is an int8 from -127 to 127. Q4: value is a nibble from 0 to 15, minus 8.
enum class WeightFormat { Q8, Q4 };

inline constexpr std::int64_t kGroupColumns = 32;
inline constexpr std::int64_t kTileRows = 16;
inline constexpr std::int64_t kQuadBytes = kTileRows * 4; ///< four columns of a tile, one byte each

/// A quantized matrix [rows, columns] in memory that somebody else owns.
///
/// Layout: sixteen rows make a tile, so that vector registers hold outputs side by side and nothing
/// is summed across them; 32 columns make a group, four of them a quad. Rows and columns that fill
/// up the last tile and group have the weight 0.
///   scales  [tiles, groups, 16 rows], IEEE half
///   values, Q8  [tiles, groups, 8 quads, 16 rows, 4 columns], int8: 512 bytes a group
///   values, Q4  [tiles, groups, 4 quads, 16 rows, 4 columns], 256 bytes a group; the low nibbles
///               belong to quads 0 to 3, the high ones to quads 4 to 7
/// Nothing must be aligned; values that begin at a multiple of 64 bytes are read fastest.
struct QuantizedMatrix {
    WeightFormat format = WeightFormat::Q8;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    const std::uint8_t* values = nullptr;
    const std::uint8_t* scales = nullptr; ///< bytes, because files do not align them

    [[nodiscard]] std::int64_t tiles() const { return (rows + kTileRows - 1) / kTileRows; }
    [[nodiscard]] std::int64_t groups() const {
        return (columns + kGroupColumns - 1) / kGroupColumns;
    }
};

/// Bytes of the values of one group of a tile.
[[nodiscard]] constexpr std::int64_t groupBytes(WeightFormat format) {
    return kTileRows * kGroupColumns / (format == WeightFormat::Q8 ? 1 : 2);
}

struct QuantizedSize {
    std::int64_t tiles = 0;
    std::int64_t groups = 0;
    std::size_t valueBytes = 0;
    std::size_t scaleBytes = 0;
};

/// Memory that a matrix needs; nothing when a side is below 1 or above 2^28 or the matrix has more
/// than 2^40 weights, which no real layer has.
[[nodiscard]] std::optional<QuantizedSize> quantizedSize(WeightFormat format, std::int64_t rows,
                                                         std::int64_t columns);

/// Writes the weights as float32, rows x columns. The reference for the kernels; not fast.
void dequantize(const QuantizedMatrix& matrix, float* weights);

} // namespace core::model
