// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/instruction_set.h"
#include "core/model/kernels/quantized_matrix.h"

#include <cstdint>
#include <span>

namespace core::model {

/// y = x W^T. Each row of x is rounded to int8 in groups of 32 with a float32 scale of its own, the
/// sums within a group are exact integers, the sums of the groups float32, added in the order of
/// the columns. A row's result depends neither on the other rows nor on the number of threads, to
/// the last bit; instruction sets differ by float32 rounding alone (below 1e-5 of the largest |y|).
/// @param x  rows x matrix.columns, finite
/// @param y  rows x matrix.rows
/// @param instructions  supported ones
void multiply(const QuantizedMatrix& matrix, const float* x, std::int64_t rows, float* y,
              InstructionSet instructions = bestInstructionSet());

/// A matrix, and where the product with it goes.
struct ProductTarget {
    const QuantizedMatrix* matrix = nullptr;
    float* y = nullptr; ///< rows x matrix->rows
};

/// Several products with the same x, which is rounded once, as one task for the threads. The
/// results are those of multiply().
/// @param targets  with one format and number of columns; at least one
void multiplyAll(std::span<const ProductTarget> targets, const float* x, std::int64_t rows,
                 InstructionSet instructions = bestInstructionSet());

} // namespace core::model
