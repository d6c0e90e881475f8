// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/model_config.h"
#include "core/model/checkpoint/weight_loader.h"
#include "core/model/kernels/linear.h"

#include <ATen/ATen.h>

#include <stop_token>
#include <vector>

namespace core::model {

/// The CLIP image encoder up to the layer that LLaVA reads.
/// @source Radford et al., "Learning Transferable Visual Models From Natural Language Supervision",
/// 2021
class ClipVisionTower {
  public:
    /// Ask loader.status() afterwards.
    ClipVisionTower(const ModelConfig& config, WeightLoader& loader);

    /// @param pixels  [3, imageSize, imageSize], float32, normalized
    /// @return        [imageTokens, hiddenSize], row by row from the top left; the class token
    /// first
    ///                when the checkpoint keeps it
    /// @errors Cancelled (asked once per layer)
    [[nodiscard]] Result<at::Tensor> features(const at::Tensor& pixels, std::stop_token stop) const;

  private:
    struct Norm {
        at::Tensor weight;
        at::Tensor bias;
    };
    struct Block {
        Norm norm1, norm2;
        Linear query, key, value, out, fc1, fc2;
    };

    [[nodiscard]] at::Tensor embed(const at::Tensor& pixels) const;
    [[nodiscard]] at::Tensor attention(const Block& block, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor normalized(const Norm& norm, const at::Tensor& x) const;

    VisionConfig m_config;
    bool m_keepsClassToken = false;
    at::Tensor m_classEmbedding;
    at::Tensor m_positions;
    Linear m_patch;
    Norm m_preNorm;
    std::vector<Block> m_blocks;
};

} // namespace core::model
