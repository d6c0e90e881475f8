// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/linear.h"

#include "core/model/kernels/quantized_product.h"

#include <utility>

namespace core::model {

namespace {

/// Up to so many rows are multiplied one by one.
constexpr std::int64_t kFewRows = 16;

at::Tensor product(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) {
    // One row is bound by memory: sgemv reads the weights three times as fast as sgemm does. A few
    // take the same way, so that an answer is the same whoever shares its pass.
    if (x.size(0) <= kFewRows && x.is_cpu()) {
        at::Tensor y = at::empty({x.size(0), weight.size(0)}, x.options());
        for (std::int64_t i = 0; i < x.size(0); ++i) {
            at::Tensor row = y[i];
            if (bias.defined())
                at::addmv_out(row, bias, weight, x[i]);
            else
                at::mv_out(row, weight, x[i]);
        }
        return y;
    }
    return bias.defined() ? at::addmm(bias, x, weight.t()) : at::mm(x, weight.t());
}

} // namespace

at::Tensor WideningScratch::widened(const at::Tensor& weight) {
    if (!m_memory.defined() || m_memory.numel() < weight.numel())
        m_memory = at::empty({weight.numel()}, weight.options().dtype(at::kFloat));
    at::Tensor wide = m_memory.narrow(0, 0, weight.numel()).view(weight.sizes());
    wide.copy_(weight);
    return wide;
}

Linear::Linear(at::Tensor weight, at::Tensor bias, std::shared_ptr<WideningScratch> scratch)
    : m_weight(std::move(weight)), m_bias(std::move(bias)), m_scratch(std::move(scratch)) {}

Linear::Linear(const QuantizedMatrix& weight, at::Tensor bias)
    : m_quantized(weight), m_bias(std::move(bias)) {}

at::Tensor Linear::operator()(const at::Tensor& x) const {
    if (m_quantized.values != nullptr) {
        const at::Tensor rows = x.contiguous();
        at::Tensor y = at::empty({x.size(0), m_quantized.rows}, x.options());
        multiply(m_quantized, rows.data_ptr<float>(), x.size(0), y.data_ptr<float>());
        return m_bias.defined() ? y.add_(m_bias) : y;
    }
    if (m_weight.scalar_type() == at::kFloat)
        return product(x, m_weight, m_bias);
    if (m_weight.is_cpu())
        return product(x, m_scratch->widened(m_weight), m_bias);
    // Accelerators multiply halves at full speed and accumulate in float32.
    const at::Tensor y = at::mm(x.to(m_weight.scalar_type()), m_weight.t()).to(at::kFloat);
    return m_bias.defined() ? y + m_bias : y;
}

} // namespace core::model
