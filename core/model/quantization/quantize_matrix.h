// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/quantized_matrix.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::model {

/// Memory for the tiles of a matrix in the layout of QuantizedMatrix.
struct QuantizedTiles {
    std::vector<std::uint8_t> values;
    std::vector<std::uint8_t> scales;
};

/// Quantizes rows of a matrix; a matrix larger than memory is done in pieces of whole tiles.
/// Q8: the largest weight of a group becomes 127. Q4: of several scales around "the largest weight
/// becomes -8", with the sign of that weight, the one with the least squared error.
/// @param weights  rows x columns, finite, magnitudes below 65504
/// @param columns  at least 1
/// @return         empty when a weight is not finite or too large for a half-precision scale
[[nodiscard]] QuantizedTiles quantizeRows(WeightFormat format, std::span<const float> weights,
                                          std::int64_t columns);

} // namespace core::model
