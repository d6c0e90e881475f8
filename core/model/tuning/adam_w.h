// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tuning/trainable_weights.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace core::model {

/// @source Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019
class AdamW {
  public:
    /// What is remembered of one tensor.
    struct Moments {
        at::Tensor first;
        at::Tensor second;
    };

    AdamW(const std::vector<TrainableWeights::Trained>& trained, double weightDecay);

    /// Norm of all gradients together.
    [[nodiscard]] double gradientNorm() const;
    /// Changes the tensors by their gradients, each times `share`, and clears the gradients. A
    /// tensor without a gradient stays as it is.
    void step(double rate, double share);
    void clearGradients();

    [[nodiscard]] std::int64_t steps() const { return m_steps; }
    [[nodiscard]] std::vector<Moments>& moments() { return m_moments; }
    /// Goes on behind so many steps.
    void setSteps(std::int64_t steps) { m_steps = steps; }

  private:
    std::vector<TrainableWeights::Trained> m_trained;
    std::vector<Moments> m_moments;
    double m_weightDecay;
    std::int64_t m_steps = 0;
};

} // namespace core::model
