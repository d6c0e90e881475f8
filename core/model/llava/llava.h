// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/model_config.h"
#include "core/model/checkpoint/weight_loader.h"
#include "core/model/language/llama_decoder.h"
#include "core/model/vision/clip_preprocess.h"
#include "core/model/vision/clip_vision_tower.h"
#include "core/model/vision/projector.h"

#include <ATen/ATen.h>

#include <stop_token>

namespace core::model {

/// A picture as the two halves of the model see it.
struct EncodedPicture {
    at::Tensor features;  ///< [imageTokens, vision width]
    at::Tensor projected; ///< [imageTokens, text width]
};

/// Vision tower, projector and decoder of one checkpoint.
/// @source Liu et al., "Improved Baselines with Visual Instruction Tuning", 2023
class Llava {
  public:
    /// Ask loader.status() afterwards.
    Llava(const ModelConfig& config, at::Device device, WeightLoader& loader)
        : m_config(config), m_device(device), m_tower(config, loader), m_projector(config, loader),
          m_decoder(config.text, device, loader) {}

    [[nodiscard]] const ModelConfig& config() const { return m_config; }
    [[nodiscard]] const LlamaDecoder& decoder() const { return m_decoder; }
    [[nodiscard]] at::Device device() const { return m_device; }

    /// @errors Cancelled (asked once per layer), InvalidArgument when the size does not fit the
    /// tower
    [[nodiscard]] Result<EncodedPicture> encode(const PreparedPicture& picture,
                                                std::stop_token stop) const;

  private:
    ModelConfig m_config;
    at::Device m_device;
    ClipVisionTower m_tower;
    Projector m_projector;
    LlamaDecoder m_decoder;
};

} // namespace core::model
