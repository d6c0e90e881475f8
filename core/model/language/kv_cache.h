// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/model_config.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace core::model {

/// Keys and values of the positions read so far, for one text. Memory grows in steps.
class KvCache {
  public:
    /// @param type  at::kFloat, or at::kHalf, which takes half the memory and time to read
    KvCache(const TextConfig& config, at::Device device, at::ScalarType type = at::kFloat);

    [[nodiscard]] std::int64_t length() const { return m_length; }

    /// Puts rows behind the present ones without counting them yet, so that a cancelled pass leaves
    /// the cache as it was. The same number of rows for every layer, then advance().
    /// @param keys, values  [rows, keyValueHeads, headSize]
    void write(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values);
    void advance(std::int64_t rows) { m_length += rows; }

    /// The first `count` rows of a layer as they are kept: [keyValueHeads, count, headSize].
    [[nodiscard]] at::Tensor keys(std::int64_t layer, std::int64_t count) const;
    [[nodiscard]] at::Tensor values(std::int64_t layer, std::int64_t count) const;

    /// A cache of its own with the first `length` positions of this one.
    [[nodiscard]] KvCache copied(std::int64_t length) const;

    /// Forgets everything behind the first `length` positions.
    void truncate(std::int64_t length);

  private:
    struct Layer {
        at::Tensor keys; ///< [keyValueHeads, capacity, headSize]
        at::Tensor values;
    };
    void reserve(Layer& layer, std::int64_t rows) const;

    std::int64_t m_heads;
    std::int64_t m_headSize;
    at::TensorOptions m_options;
    std::vector<Layer> m_layers;
    std::int64_t m_length = 0;
};

} // namespace core::model
