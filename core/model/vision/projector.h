// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/model_config.h"
#include "core/model/checkpoint/weight_loader.h"
#include "core/model/kernels/linear.h"

#include <ATen/ATen.h>

namespace core::model {

/// Carries image features over into the language model's space with two linear layers.
/// @source Liu et al., "Improved Baselines with Visual Instruction Tuning", 2023
class Projector {
  public:
    /// Ask loader.status() afterwards.
    Projector(const ModelConfig& config, WeightLoader& loader);

    /// @param features  [imageTokens, vision width]
    /// @return          [imageTokens, text width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& features) const;

  private:
    Linear m_first;
    Linear m_second;
    Activation m_activation = Activation::Gelu;
};

} // namespace core::model
