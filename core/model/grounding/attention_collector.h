// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint/model_config.h"
#include "core/model/grounding/attention_record.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::model {

/// Finds the sinks of a picture in what the language model makes of its tokens.
class SinkFinder {
  public:
    explicit SinkFinder(const ModelConfig& config);

    /// The tower's features of a new picture: [imageTokens, vision width].
    void show(const at::Tensor& features);
    /// @param first       position of the first row
    /// @param firstImage  position of the first image token
    void addStates(std::int64_t layer, std::int64_t first, const at::Tensor& rows,
                   std::int64_t firstImage);
    /// One flag for each image token.
    [[nodiscard]] std::vector<char> sinks() const;

  private:
    std::int64_t m_layer;
    std::int64_t m_width;
    std::int64_t m_tokens;
    std::vector<std::int64_t> m_dimensions; ///< of massive activations
    std::vector<char> m_norms;
    std::vector<float> m_largest; ///< by image token
};

/// The columns and rows of a model's image tokens.
[[nodiscard]] AttentionShape shapeFor(const ModelConfig& config);

/// Hands one decoder layer's attention on to a record.
/// @param lastRow     [heads, positions]
/// @param firstImage  position of the first image token
void record(AttentionRecord& record, std::int64_t layer, const at::Tensor& lastRow,
            std::int64_t firstImage);

} // namespace core::model
