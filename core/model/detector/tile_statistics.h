// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace core::model {

/// Names of tileStatistics' columns.
[[nodiscard]] std::vector<std::string> tileStatisticNames();

/// @param rgb  [tiles, 3, side, side], float, 0 to 255; side a multiple of 16
/// @return     [tiles, tileStatisticNames().size()], float, finite
[[nodiscard]] at::Tensor tileStatistics(const at::Tensor& rgb);

} // namespace core::model
