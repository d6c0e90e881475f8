// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/language/sampler.h"

namespace core::model {

std::int64_t Sampler::pick(const at::Tensor& logits) {
    if (m_options.temperature <= 0)
        return logits.argmax().item<std::int64_t>();
    const at::Tensor scaled = logits.to(at::kCPU).to(at::kDouble) / m_options.temperature;
    const auto [sorted, order] =
        at::softmax(scaled, 0).sort(/*stable=*/true, /*dim=*/0, /*descending=*/true);
    const at::Tensor upTo = sorted.cumsum(0);
    const double* cumulated = upTo.data_ptr<double>();
    const std::int64_t count = upTo.numel();
    // The token that crosses the share still belongs to it, so there is always one.
    std::int64_t kept = 1;
    while (kept < count && cumulated[kept - 1] < m_options.topP)
        ++kept;
    // 53 bits by hand: the standard's distributions differ between libraries.
    const double uniform = static_cast<double>(m_random() >> 11U) * 0x1.0p-53;
    const double target = uniform * cumulated[kept - 1];
    std::int64_t chosen = 0;
    while (chosen + 1 < kept && cumulated[chosen] <= target)
        ++chosen;
    return order[chosen].item<std::int64_t>();
}

} // namespace core::model
