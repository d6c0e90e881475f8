// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/model_config.h"
#include "core/model/language/rotary_embedding.h"
#include "core/model/tuning/trainable_weights.h"
#include "core/model/tuning/tuning_data.h"

#include <ATen/ATen.h>

#include <stop_token>
#include <string>

namespace core::model {

/// A LLaVA model that can be trained. Between the layers of the language model only their inputs
/// are kept; the way back computes each layer once more.
/// @source Liu et al., "Improved Baselines with Visual Instruction Tuning", 2023; Chen et al.,
///         "Training Deep Nets with Sublinear Memory Cost", 2016
class TrainableLlava {
  public:
    /// @param weights  outlives this
    TrainableLlava(const ModelConfig& config, const TrainableWeights& weights)
        : m_config(config), m_weights(weights), m_rotary(config.text, weights.device()) {}

    /// The sum of the losses of a text's learned tokens, in nats.
    /// @param pixels  [3, imageSize, imageSize], float32, normalized
    /// @errors Cancelled
    [[nodiscard]] Result<double> loss(const at::Tensor& pixels, const TuningText& text,
                                      std::stop_token stop) const;
    /// The same, and adds the gradients of `weight` times that sum to those of the trained tensors.
    [[nodiscard]] Result<double> addGradients(const at::Tensor& pixels, const TuningText& text,
                                              double weight, std::stop_token stop) const;

  private:
    [[nodiscard]] at::Tensor vision(const at::Tensor& pixels) const;
    [[nodiscard]] at::Tensor visionBlock(const std::string& name, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor layerNorm(const std::string& name, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor projected(const at::Tensor& features) const;
    [[nodiscard]] at::Tensor embedded(const TuningText& text, const at::Tensor& picture) const;
    [[nodiscard]] at::Tensor block(std::int64_t layer, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor attention(const std::string& name, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor rmsNorm(const std::string& name, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor summedLoss(const at::Tensor& hidden, const TuningText& text) const;
    [[nodiscard]] Result<std::vector<at::Tensor>>
    states(const at::Tensor& pixels, const TuningText& text, const std::stop_token& stop) const;

    ModelConfig m_config;
    const TrainableWeights& m_weights;
    RotaryEmbedding m_rotary;
};

} // namespace core::model
