// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/linear.h"

#include "core/model/kernels/quantized_product.h"

#include <algorithm>
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
    if (isQuantized())
        return products({this}, x).front();
    if (m_weight.scalar_type() == at::kFloat)
        return product(x, m_weight, m_bias);
    if (m_weight.is_cpu())
        return product(x, m_scratch->widened(m_weight), m_bias);
    // Accelerators multiply halves at full speed and accumulate in float32.
    const at::Tensor y = at::mm(x.to(m_weight.scalar_type()), m_weight.t()).to(at::kFloat);
    return m_bias.defined() ? y + m_bias : y;
}

std::vector<at::Tensor> Linear::products(std::initializer_list<const Linear*> layers,
                                         const at::Tensor& x) {
    std::vector<at::Tensor> results;
    const Linear& first = **layers.begin();
    const bool isAlike = std::all_of(layers.begin(), layers.end(), [&](const Linear* layer) {
        return layer->isQuantized() && layer->m_quantized.format == first.m_quantized.format &&
               layer->m_quantized.columns == first.m_quantized.columns;
    });
    if (!isAlike) {
        for (const Linear* layer : layers)
            results.push_back((*layer)(x));
        return results;
    }
    std::vector<ProductTarget> targets;
    for (const Linear* layer : layers) {
        results.push_back(at::empty({x.size(0), layer->m_quantized.rows}, x.options()));
        targets.push_back({&layer->m_quantized, results.back().data_ptr<float>()});
    }
    const at::Tensor rows = x.contiguous();
    multiplyAll(targets, rows.data_ptr<float>(), x.size(0));
    for (std::size_t i = 0; i < results.size(); ++i)
        if (const Linear& layer = *layers.begin()[i]; layer.m_bias.defined())
            results[i].add_(layer.m_bias);
    return results;
}

} // namespace core::model
