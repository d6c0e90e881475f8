// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning/adam_w.h"

#include <cmath>

namespace core::model {

namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;

} // namespace

AdamW::AdamW(const std::vector<TrainableWeights::Trained>& trained, double weightDecay)
    : m_trained(trained), m_weightDecay(weightDecay) {
    for (const auto& [name, tensor] : trained) {
        const at::Tensor like = tensor.detach();
        m_moments.push_back({at::zeros_like(like), at::zeros_like(like)});
    }
}

double AdamW::gradientNorm() const {
    double sum = 0;
    for (const auto& [name, tensor] : m_trained)
        if (tensor.grad().defined())
            sum += tensor.grad().to(at::kDouble).square().sum().item<double>();
    return std::sqrt(sum);
}

void AdamW::step(double rate, double share) {
    const at::NoGradGuard withoutGradients;
    ++m_steps;
    const auto steps = static_cast<double>(m_steps);
    const double correction1 = 1 - std::pow(kBeta1, steps);
    const double correction2 = std::sqrt(1 - std::pow(kBeta2, steps));
    for (std::size_t i = 0; i < m_trained.size(); ++i) {
        at::Tensor& tensor = m_trained[i].tensor;
        if (!tensor.grad().defined())
            continue;
        const at::Tensor gradient = tensor.grad() * share;
        auto& [first, second] = m_moments[i];
        if (m_weightDecay > 0)
            tensor.mul_(1 - rate * m_weightDecay);
        first.mul_(kBeta1).add_(gradient, 1 - kBeta1);
        second.mul_(kBeta2).addcmul_(gradient, gradient, 1 - kBeta2);
        const at::Tensor root = second.sqrt().div_(correction2).add_(kEpsilon);
        tensor.addcdiv_(first, root, -rate / correction1);
    }
    clearGradients();
}

void AdamW::clearGradients() {
    for (auto& [name, tensor] : m_trained)
        tensor.mutable_grad() = at::Tensor();
}

} // namespace core::model
