// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/kernels/linear.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <string>
#include <vector>

namespace core::model {

/// Where a model gets its weights from. The first failure is kept and everything after it returns
/// undefined tensors, so that a model is built first and status() asked once at the end.
class WeightLoader {
  public:
    WeightLoader() = default;
    WeightLoader(const WeightLoader&) = delete;
    WeightLoader& operator=(const WeightLoader&) = delete;
    virtual ~WeightLoader() = default;

    /// A vector, table or matrix in float32.
    [[nodiscard]] virtual at::Tensor wide(const std::string& name,
                                          const std::vector<std::int64_t>& shape) = 0;
    /// A matrix in the storage that the model was asked to have.
    [[nodiscard]] virtual at::Tensor matrix(const std::string& name,
                                            const std::vector<std::int64_t>& shape) = 0;
    /// NAME.weight as a layer, with NAME.bias when `hasBias`.
    [[nodiscard]] virtual Linear linear(const std::string& name, std::int64_t out, std::int64_t in,
                                        bool hasBias) = 0;
    /// A layer without bias over a matrix that is already loaded: the tied output layer.
    [[nodiscard]] virtual Linear sharing(const at::Tensor& matrix) const = 0;

    /// @errors what went wrong first, Cancelled
    [[nodiscard]] virtual Result<void> status() const = 0;
};

} // namespace core::model
