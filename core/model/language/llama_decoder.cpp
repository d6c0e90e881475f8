// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/language/llama_decoder.h"

#include "core/model/kernels/activation.h"
#include "core/model/kernels/row_attention.h"
#include "core/model/kernels/row_norm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace core::model {

LlamaDecoder::LlamaDecoder(const TextConfig& config, at::Device device, WeightLoader& loader)
    : m_config(config), m_device(device), m_rotary(config, device) {
    const std::string root = "language_model.model.";
    const std::int64_t width = config.hiddenSize;
    const std::int64_t queries = config.heads * config.headSize;
    const std::int64_t keys = config.keyValueHeads * config.headSize;
    const bool biased = config.hasAttentionBias;
    m_embeddings = loader.matrix(root + "embed_tokens.weight", {config.vocabulary, width});
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string name = root + "layers." + std::to_string(layer) + ".";
        Block block;
        block.inputNorm = loader.wide(name + "input_layernorm.weight", {width});
        block.query = loader.linear(name + "self_attn.q_proj", queries, width, biased);
        block.key = loader.linear(name + "self_attn.k_proj", keys, width, biased);
        block.value = loader.linear(name + "self_attn.v_proj", keys, width, biased);
        block.out = loader.linear(name + "self_attn.o_proj", width, queries, biased);
        block.attentionNorm = loader.wide(name + "post_attention_layernorm.weight", {width});
        block.gate = loader.linear(name + "mlp.gate_proj", config.intermediateSize, width,
                                   config.hasMlpBias);
        block.up =
            loader.linear(name + "mlp.up_proj", config.intermediateSize, width, config.hasMlpBias);
        block.down = loader.linear(name + "mlp.down_proj", width, config.intermediateSize,
                                   config.hasMlpBias);
        m_blocks.push_back(std::move(block));
    }
    m_finalNorm = loader.wide(root + "norm.weight", {width});
    m_head = config.hasTiedHead
                 ? loader.sharing(m_embeddings)
                 : loader.linear("language_model.lm_head", config.vocabulary, width, false);
}

KvCache LlamaDecoder::makeCache() const {
    const bool isQuantized = !m_blocks.empty() && m_blocks.front().query.isQuantized();
    return {m_config, m_device, isQuantized ? at::kHalf : at::kFloat};
}

at::Tensor LlamaDecoder::embed(std::span<const std::int64_t> ids) const {
    const at::Tensor index =
        at::tensor(at::ArrayRef<std::int64_t>(ids.data(), ids.size())).to(m_device);
    return m_embeddings.index_select(0, index).to(at::kFloat);
}

at::Tensor LlamaDecoder::normalized(const at::Tensor& x, const at::Tensor& weight) const {
    return rmsNormalized(x, weight, m_config.rmsNormEps);
}

at::Tensor LlamaDecoder::attend(std::int64_t layer, const at::Tensor& q,
                                const SequenceStep& step) const {
    const std::int64_t rows = step.rows;
    const std::int64_t total = step.cache->length() + rows;
    const std::int64_t groups = m_config.heads / m_config.keyValueHeads;
    // Heads that share keys become further rows, so that keys need not be repeated.
    const at::Tensor grouped =
        q.view({rows, m_config.keyValueHeads, groups, m_config.headSize})
            .permute({1, 2, 0, 3})
            .reshape({m_config.keyValueHeads, groups * rows, m_config.headSize});
    const at::Tensor keys = step.cache->keys(layer, total).to(at::kFloat);
    at::Tensor scores = at::bmm(grouped, keys.transpose(1, 2));
    scores = scores.view({m_config.keyValueHeads, groups, rows, total});
    if (rows > 1) {
        const at::Tensor hidden =
            at::full({rows, total}, -std::numeric_limits<double>::infinity(), q.options())
                .triu_(total - rows + 1);
        scores = scores + hidden;
    }
    const at::Tensor weights = at::softmax(scores, -1);
    if (step.observer)
        step.observer(layer, weights.select(2, rows - 1).reshape({m_config.heads, total}));
    const at::Tensor mixed = at::bmm(weights.view({m_config.keyValueHeads, groups * rows, total}),
                                     step.cache->values(layer, total).to(at::kFloat));
    return mixed.view({m_config.keyValueHeads, groups, rows, m_config.headSize})
        .permute({2, 0, 1, 3})
        .reshape({rows, m_config.heads * m_config.headSize});
}

void LlamaDecoder::attendSingles(std::int64_t layer, std::span<const SingleRow> singles) const {
    std::vector<RowAttention> rows;
    std::vector<at::Tensor> kept; // what the pointers below point to
    for (const SingleRow& single : singles) {
        const std::int64_t positions = single.step->cache->length() + 1;
        const at::Tensor keys = single.step->cache->keys(layer, positions);
        const at::Tensor values = single.step->cache->values(layer, positions);
        const auto cached = [](const at::Tensor& numbers) {
            return CachedNumbers{numbers.data_ptr(), numbers.stride(0),
                                 numbers.scalar_type() == at::kHalf};
        };
        RowAttention row{single.query.data_ptr<float>(), cached(keys), cached(values), positions,
                         single.mixed.data_ptr<float>()};
        kept.push_back(single.step->observer
                           ? at::empty({m_config.heads, positions}, single.query.options())
                           : at::Tensor());
        if (kept.back().defined())
            row.weights = kept.back().data_ptr<float>();
        rows.push_back(row);
    }
    attendRows(rows, {m_config.heads, m_config.keyValueHeads, m_config.headSize});
    for (std::size_t i = 0; i < singles.size(); ++i)
        if (kept[i].defined())
            singles[i].step->observer(layer, kept[i]);
}

at::Tensor LlamaDecoder::attention(std::int64_t layer, const at::Tensor& x,
                                   std::span<const SequenceStep> steps,
                                   std::span<const RotaryEmbedding::Turn> turns) const {
    const Block& block = m_blocks[static_cast<std::size_t>(layer)];
    const std::int64_t size = m_config.headSize;
    const auto projected = Linear::products({&block.query, &block.key, &block.value}, x);
    const at::Tensor q = projected[0].view({-1, m_config.heads, size});
    const at::Tensor k = projected[1].view({-1, m_config.keyValueHeads, size});
    const at::Tensor v = projected[2].view({-1, m_config.keyValueHeads, size});
    const double scale = 1 / std::sqrt(static_cast<double>(size));
    at::Tensor mixed = at::empty({x.size(0), m_config.heads * size}, x.options());
    std::vector<SingleRow> singles;
    std::int64_t first = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::int64_t rows = steps[i].rows;
        steps[i].cache->write(layer, RotaryEmbedding::applied(k.narrow(0, first, rows), turns[i]),
                              v.narrow(0, first, rows));
        const at::Tensor turned =
            RotaryEmbedding::applied(q.narrow(0, first, rows), turns[i]) * scale;
        if (rows == 1 && x.is_cpu() && canAttendRows(size))
            singles.push_back({turned, mixed.narrow(0, first, rows), &steps[i]});
        else
            mixed.narrow(0, first, rows).copy_(attend(layer, turned, steps[i]));
        first += rows;
    }
    if (!singles.empty())
        attendSingles(layer, singles);
    return block.out(mixed);
}

Result<at::Tensor> LlamaDecoder::forward(at::Tensor x, std::span<const SequenceStep> steps,
                                         std::stop_token stop) const {
    std::vector<RotaryEmbedding::Turn> turns;
    for (const SequenceStep& step : steps)
        turns.push_back(m_rotary.turn(step.cache->length(), step.rows,
                                      std::max(step.length, step.cache->length() + step.rows)));
    for (std::int64_t layer = 0; layer < m_config.layers; ++layer) {
        if (stop.stop_requested())
            return cancelled();
        const Block& block = m_blocks[static_cast<std::size_t>(layer)];
        x = x + attention(layer, normalized(x, block.inputNorm), steps, turns);
        const at::Tensor inner = normalized(x, block.attentionNorm);
        const auto projected = Linear::products({&block.gate, &block.up}, inner);
        x = x + block.down(activated(projected[0], m_config.activation) * projected[1]);
        std::int64_t first = 0;
        for (const SequenceStep& step : steps) {
            if (step.states)
                step.states(layer, x.narrow(0, first, step.rows));
            first += step.rows;
        }
    }
    for (const SequenceStep& step : steps)
        step.cache->advance(step.rows);
    return x;
}

at::Tensor LlamaDecoder::logits(const at::Tensor& hidden) const {
    return m_head(normalized(hidden, m_finalNorm));
}

} // namespace core::model
