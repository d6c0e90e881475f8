// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace core::model {

inline constexpr std::int64_t kTileHidden = 48;

/// The perceptron's tensors and its forward pass, shared by use and training.
struct TileNetwork {
    at::Tensor mean;         ///< [features]
    at::Tensor scale;        ///< [features]
    at::Tensor hiddenWeight; ///< [kTileHidden, features]
    at::Tensor hiddenBias;   ///< [kTileHidden]
    at::Tensor outputWeight; ///< [1, kTileHidden]
    at::Tensor outputBias;   ///< [1]

    /// @param rows  [..., features], as measured
    /// @return      [...], within +-8
    [[nodiscard]] at::Tensor logOdds(const at::Tensor& rows) const;
};

/// @return [rows, columns], float
[[nodiscard]] at::Tensor tableFrom(const std::vector<std::vector<float>>& rows);

} // namespace core::model
