// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

namespace core::model {

/// Each row divided by the root of its mean square, times the weights. On the CPU a row's result
/// does not depend on the rows beside it, to the last bit.
/// @param x       [rows, width], float32
/// @param weight  [width], float32
/// @return        [rows, width]
/// @source Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019
[[nodiscard]] at::Tensor rmsNormalized(const at::Tensor& x, const at::Tensor& weight,
                                       double epsilon);

} // namespace core::model
