// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision/projector.h"

#include "core/model/kernels/activation.h"

namespace core::model {

Projector::Projector(const ModelConfig& config, WeightLoader& loader)
    : m_first(loader.linear("multi_modal_projector.linear_1", config.text.hiddenSize,
                            config.vision.hiddenSize, config.hasProjectorBias)),
      m_second(loader.linear("multi_modal_projector.linear_2", config.text.hiddenSize,
                             config.text.hiddenSize, config.hasProjectorBias)),
      m_activation(config.projectorActivation) {}

at::Tensor Projector::operator()(const at::Tensor& features) const {
    return m_second(activated(m_first(features), m_activation));
}

} // namespace core::model
