// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/model_config.h"
#include "core/model/checkpoint/weight_loader.h"
#include "core/model/kernels/linear.h"
#include "core/model/language/kv_cache.h"
#include "core/model/language/rotary_embedding.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace core::model {

/// Receives the attention of a step's last row: [heads, positions], each head sums to 1.
using AttentionObserver = std::function<void(std::int64_t layer, const at::Tensor& lastRow)>;

/// Receives what a layer made of a step's rows: [rows, hiddenSize].
using StateObserver = std::function<void(std::int64_t layer, const at::Tensor& rows)>;

/// The rows that one text contributes to a pass. Several texts share a pass, so that each weight is
/// read once for all of them.
struct SequenceStep {
    KvCache* cache = nullptr;
    std::int64_t rows = 0;
    std::int64_t length =
        0; ///< of the whole text when that is known to be longer; see RotaryEmbedding
    AttentionObserver observer;
    StateObserver states = {};
};

/// The LLaMA decoder.
/// @source Touvron et al., "LLaMA", 2023; grouped queries: Ainslie et al., "GQA", 2023
class LlamaDecoder {
  public:
    /// Ask loader.status() afterwards.
    LlamaDecoder(const TextConfig& config, at::Device device, WeightLoader& loader);

    /// @param ids  below the vocabulary's size
    /// @return     [ids, hiddenSize]
    [[nodiscard]] at::Tensor embed(std::span<const std::int64_t> ids) const;

    /// Reads rows behind what the caches hold, and puts them there.
    /// @param x      [sum of the steps' rows, hiddenSize], embeddings in the steps' order
    /// @return       the same shape, not yet normalized: see logits()
    /// @errors Cancelled (asked once per layer); the caches are then as before
    [[nodiscard]] Result<at::Tensor> forward(at::Tensor x, std::span<const SequenceStep> steps,
                                             std::stop_token stop) const;

    /// @param hidden  rows of forward()'s result
    /// @return        [rows, vocabulary]
    [[nodiscard]] at::Tensor logits(const at::Tensor& hidden) const;

    /// Half precision for quantized weights, which are rounded more: while a text is written,
    /// reading keys and values takes a noticeable part of the time. Otherwise float32.
    [[nodiscard]] KvCache makeCache() const;

  private:
    struct Block {
        at::Tensor inputNorm, attentionNorm;
        Linear query, key, value, out, gate, up, down;
    };

    /// The one new row of a text.
    struct SingleRow {
        at::Tensor query; ///< [1, heads, headSize], scaled
        at::Tensor mixed; ///< result, [1, heads * headSize]
        const SequenceStep* step = nullptr;
    };

    [[nodiscard]] at::Tensor normalized(const at::Tensor& x, const at::Tensor& weight) const;
    [[nodiscard]] at::Tensor attention(std::int64_t layer, const at::Tensor& x,
                                       std::span<const SequenceStep> steps,
                                       std::span<const RotaryEmbedding::Turn> turns) const;
    [[nodiscard]] at::Tensor attend(std::int64_t layer, const at::Tensor& q,
                                    const SequenceStep& step) const;
    void attendSingles(std::int64_t layer, std::span<const SingleRow> singles) const;

    TextConfig m_config;
    at::Device m_device;
    RotaryEmbedding m_rotary;
    at::Tensor m_embeddings;
    std::vector<Block> m_blocks;
    at::Tensor m_finalNorm;
    Linear m_head;
};

} // namespace core::model
