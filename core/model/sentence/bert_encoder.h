// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/checkpoint/weight_loader.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::model {

struct BertConfig {
    std::int64_t vocabulary = 30522;
    std::int64_t hiddenSize = 384;
    std::int64_t layers = 6;
    std::int64_t heads = 12;
    std::int64_t intermediateSize = 1536;
    std::int64_t maxPositions = 512;
    std::int64_t types = 2;
    double layerNormEps = 1e-12;
};

/// @errors FileNotFound, ModelInvalid
[[nodiscard]] Result<BertConfig> readBertConfig(const std::filesystem::path& directory);

/// The encoder of BERT.
/// @source Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", 2019
class BertEncoder {
  public:
    /// Ask loader.status() afterwards.
    /// @param root  what stands in front of the weights' names, "" or "bert."
    BertEncoder(const BertConfig& config, const std::string& root, WeightLoader& loader);

    /// @param ids  [batch, tokens], int64, all of one length: there is no padding
    /// @return     [batch, tokens, hiddenSize]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& ids) const;

  private:
    struct Norm {
        at::Tensor weight;
        at::Tensor bias;
    };
    struct Block {
        Linear query, key, value, out, up, down;
        Norm attentionNorm, outputNorm;
    };

    [[nodiscard]] at::Tensor normalized(const Norm& norm, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor attention(const Block& block, const at::Tensor& x,
                                       std::int64_t batch) const;

    BertConfig m_config;
    at::Tensor m_words, m_positions, m_types;
    Norm m_embeddingNorm;
    std::vector<Block> m_blocks;
};

} // namespace core::model
