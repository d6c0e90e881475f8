// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/quantized_matrix.h"

#include <ATen/ATen.h>

#include <initializer_list>
#include <memory>
#include <vector>

namespace core::model {

/// Memory that half-precision weights are widened into before each product on the CPU. One for all
/// layers of a model: a fresh tensor per product costs several times the widening itself.
class WideningScratch {
  public:
    /// @return  `weight` as float32 in shared memory, valid until the next call
    [[nodiscard]] at::Tensor widened(const at::Tensor& weight);

  private:
    at::Tensor m_memory;
};

/// A matrix product with weights that may be stored in half precision or quantized; takes and gives
/// float32. The one place where a layer meets its weights.
class Linear {
  public:
    Linear() = default;
    /// @param weight   [out, in], float32, float16 or bfloat16
    /// @param bias     [out], float32, or undefined
    /// @param scratch  needed for half-precision weights on the CPU
    Linear(at::Tensor weight, at::Tensor bias, std::shared_ptr<WideningScratch> scratch);

    /// @param weight  [out, in], on the CPU; its memory must outlive this object
    /// @param bias    [out], float32, or undefined
    Linear(const QuantizedMatrix& weight, at::Tensor bias);

    [[nodiscard]] bool isQuantized() const { return m_quantized.values != nullptr; }

    /// @param x  [rows, in], float32
    /// @return   [rows, out], float32
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

    /// The products of several layers with the same input, at once where they are quantized alike.
    /// @return  in the order of the layers, each [rows, out]
    [[nodiscard]] static std::vector<at::Tensor>
    products(std::initializer_list<const Linear*> layers, const at::Tensor& x);

  private:
    at::Tensor m_weight;
    QuantizedMatrix m_quantized; ///< instead of m_weight when it has values
    at::Tensor m_bias;
    std::shared_ptr<WideningScratch> m_scratch;
};

} // namespace core::model
