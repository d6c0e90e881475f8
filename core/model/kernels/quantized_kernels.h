// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/quantized_matrix.h"

#include <cstdint>

namespace core::model {

/// Rows of x, rounded to int8 in groups of 32. Columns that fill up the last group are 0.
struct QuantizedRows {
    std::int64_t rows = 0;
    std::int64_t groups = 0;
    const std::int8_t* values = nullptr; ///< [rows, groups, 32], -127 to 127
    const float* scales = nullptr;       ///< [rows, groups]
    const std::int32_t* sums = nullptr;  ///< [rows, groups], of the 32 values
};

/// Which tiles of the matrix a thread works on, and where the results go.
struct TileRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
    float* y = nullptr; ///< [x.rows, matrix.rows]
};

/// Computes the outputs of some tiles for all rows of x.
using TileKernel = void (*)(const QuantizedMatrix& matrix, const QuantizedRows& x,
                            const TileRange& range);

void multiplyTilesPortable(const QuantizedMatrix& matrix, const QuantizedRows& x,
                           const TileRange& range);

/// The kernel for this processor's vector instructions; null when there is none.
[[nodiscard]] TileKernel vectorTileKernel();

} // namespace core::model
