// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/model_config.h"

#include <ATen/ATen.h>

#include <cstdint>

namespace core::model {

/// Cosines and sines that turn queries and keys by their position, in the rotate-half form.
/// @source Su et al., "RoFormer", 2021; the scalings as in Hugging Face transformers
class RotaryEmbedding {
  public:
    RotaryEmbedding(const TextConfig& config, at::Device device);

    struct Turn {
        at::Tensor cosine; ///< [rows, 1, headSize]
        at::Tensor sine;
    };

    /// @param first   position of the first row, counted from 0
    /// @param length  of the whole text, which the dynamic scaling depends on
    [[nodiscard]] Turn turn(std::int64_t first, std::int64_t rows, std::int64_t length) const;

    /// @param x  [rows, heads, headSize]
    [[nodiscard]] static at::Tensor applied(const at::Tensor& x, const Turn& turn);

  private:
    [[nodiscard]] at::Tensor frequencies(double theta) const;

    TextConfig m_config;
    at::Device m_device;
    at::Tensor m_frequencies; ///< [headSize / 2]
};

} // namespace core::model
