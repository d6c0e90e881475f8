// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning/trainable_llava.h"

#include "core/model/kernels/activation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace core::model {

namespace {

constexpr const char* kVision = "vision_tower.vision_model.";
constexpr const char* kText = "language_model.model.";

at::Tensor longs(const std::vector<std::int64_t>& values, at::Device device) {
    return at::tensor(at::ArrayRef<std::int64_t>(values)).to(device);
}

} // namespace

at::Tensor TrainableLlava::layerNorm(const std::string& name, const at::Tensor& x) const {
    const at::Tensor& weight = m_weights.weight(name + ".weight");
    return at::layer_norm(x.to(m_weights.wide()), {weight.size(0)}, weight.to(m_weights.wide()),
                          m_weights.weight(name + ".bias").to(m_weights.wide()),
                          m_config.vision.layerNormEps);
}

at::Tensor TrainableLlava::visionBlock(const std::string& name, const at::Tensor& x) const {
    const std::int64_t tokens = x.size(0);
    const std::int64_t heads = m_config.vision.heads;
    const std::int64_t size = m_config.vision.hiddenSize / heads;
    const at::Tensor normed = layerNorm(name + "layer_norm1", x);
    const auto parted = [&](const char* part) {
        return m_weights.product(name + "self_attn." + part, normed)
            .view({tokens, heads, size})
            .transpose(0, 1); // [heads, tokens, size]
    };
    const at::Tensor scores = at::bmm(parted("q_proj") / std::sqrt(static_cast<double>(size)),
                                      parted("k_proj").transpose(1, 2));
    const at::Tensor mixed = at::bmm(
        at::softmax(scores, -1, m_weights.wide()).to(scores.scalar_type()), parted("v_proj"));
    const at::Tensor middle =
        x + m_weights.product(name + "self_attn.out_proj",
                              mixed.transpose(0, 1).reshape({tokens, heads * size}));
    const at::Tensor inner =
        m_weights.product(name + "mlp.fc1", layerNorm(name + "layer_norm2", middle));
    return middle +
           m_weights.product(name + "mlp.fc2", activated(inner, m_config.vision.activation));
}

at::Tensor TrainableLlava::vision(const at::Tensor& pixels) const {
    const std::string root = kVision;
    const std::int64_t patch = m_config.vision.patchSize;
    const std::int64_t side = m_config.vision.imageSize / patch;
    const at::Tensor rows = pixels.narrow(1, 0, side * patch)
                                .narrow(2, 0, side * patch)
                                .reshape({3, side, patch, side, patch})
                                .permute({1, 3, 0, 2, 4})
                                .reshape({side * side, 3 * patch * patch});
    const at::Tensor kernel = m_weights.weight(root + "embeddings.patch_embedding.weight")
                                  .view({m_config.vision.hiddenSize, -1})
                                  .to(m_weights.wide());
    const at::Tensor first =
        m_weights.weight(root + "embeddings.class_embedding").to(m_weights.wide()).unsqueeze(0);
    at::Tensor x =
        at::cat({first, at::matmul(rows, kernel.t())}) +
        m_weights.weight(root + "embeddings.position_embedding.weight").to(m_weights.wide());
    x = layerNorm(root + "pre_layrnorm", x);
    for (std::int64_t layer = 0; layer < m_config.visionBlocksToRun; ++layer)
        x = visionBlock(root + "encoder.layers." + std::to_string(layer) + ".", x);
    return m_config.keepsClassToken ? x : x.narrow(0, 1, x.size(0) - 1);
}

at::Tensor TrainableLlava::projected(const at::Tensor& features) const {
    const at::Tensor inner = m_weights.product("multi_modal_projector.linear_1", features);
    return m_weights
        .product("multi_modal_projector.linear_2", activated(inner, m_config.projectorActivation))
        .to(m_weights.wide());
}

at::Tensor TrainableLlava::embedded(const TuningText& text, const at::Tensor& picture) const {
    const at::Tensor rows = m_weights.weight(std::string(kText) + "embed_tokens.weight")
                                .index_select(0, longs(text.ids, m_weights.device()))
                                .to(m_weights.wide());
    const auto first = std::ranges::find(text.ids, m_config.imageTokenId) - text.ids.begin();
    const std::int64_t count = std::ranges::count(text.ids, m_config.imageTokenId);
    const std::int64_t behind = first + count;
    return at::cat({rows.narrow(0, 0, first), picture.narrow(0, 0, count),
                    rows.narrow(0, behind, rows.size(0) - behind)});
}

at::Tensor TrainableLlava::rmsNorm(const std::string& name, const at::Tensor& x) const {
    const at::Tensor wide = x.to(m_weights.wide());
    const at::Tensor scale = at::rsqrt(wide.square().mean(-1, true) + m_config.text.rmsNormEps);
    return wide * scale * m_weights.weight(name + ".weight").to(m_weights.wide());
}

at::Tensor TrainableLlava::attention(const std::string& name, const at::Tensor& x) const {
    const TextConfig& config = m_config.text;
    const std::int64_t rows = x.size(0);
    const auto turn = m_rotary.turn(0, rows, rows);
    const auto parted = [&](const char* part, std::int64_t heads) {
        return m_weights.product(name + part, x).view({rows, heads, config.headSize});
    };
    const auto turned = [&](const at::Tensor& parts) {
        return RotaryEmbedding::applied(parts.to(m_weights.wide()), turn)
            .to(m_weights.compute())
            .transpose(0, 1); // [heads, rows, headSize]
    };
    const std::int64_t groups = config.heads / config.keyValueHeads;
    const at::Tensor q = turned(parted("q_proj", config.heads));
    const at::Tensor k =
        turned(parted("k_proj", config.keyValueHeads)).repeat_interleave(groups, 0);
    const at::Tensor v =
        parted("v_proj", config.keyValueHeads).transpose(0, 1).repeat_interleave(groups, 0);
    const at::Tensor hidden =
        at::full({rows, rows}, -std::numeric_limits<double>::infinity(),
                 at::TensorOptions().dtype(m_weights.wide()).device(x.device()))
            .triu_(1);
    const at::Tensor scores = at::bmm(q, k.transpose(1, 2)).to(m_weights.wide()) /
                                  std::sqrt(static_cast<double>(config.headSize)) +
                              hidden;
    const at::Tensor mixed = at::bmm(at::softmax(scores, -1).to(v.scalar_type()), v);
    return m_weights.product(name + "o_proj",
                             mixed.transpose(0, 1).reshape({rows, config.heads * config.headSize}));
}

at::Tensor TrainableLlava::block(std::int64_t layer, const at::Tensor& x) const {
    const std::string name = kText + ("layers." + std::to_string(layer) + ".");
    const at::Tensor middle =
        x +
        attention(name + "self_attn.", rmsNorm(name + "input_layernorm", x)).to(m_weights.wide());
    const at::Tensor inner = rmsNorm(name + "post_attention_layernorm", middle);
    const at::Tensor gate =
        activated(m_weights.product(name + "mlp.gate_proj", inner), m_config.text.activation);
    return middle + m_weights
                        .product(name + "mlp.down_proj",
                                 gate * m_weights.product(name + "mlp.up_proj", inner))
                        .to(m_weights.wide());
}

at::Tensor TrainableLlava::summedLoss(const at::Tensor& hidden, const TuningText& text) const {
    std::vector<std::int64_t> positions;
    std::vector<std::int64_t> wanted;
    for (std::size_t i = 1; i < text.labels.size(); ++i) {
        if (text.labels[i] == kIgnoredLabel)
            continue;
        positions.push_back(static_cast<std::int64_t>(i) - 1); // each position says what follows
        wanted.push_back(text.labels[i]);
    }
    const at::Tensor rows = rmsNorm(std::string(kText) + "norm",
                                    hidden.index_select(0, longs(positions, hidden.device())));
    const bool isTied = m_config.text.hasTiedHead;
    const at::Tensor& head = m_weights.weight(isTied ? std::string(kText) + "embed_tokens.weight"
                                                     : "language_model.lm_head.weight");
    const at::Tensor logits =
        at::matmul(rows.to(m_weights.compute()), head.to(m_weights.compute()).t())
            .to(m_weights.wide());
    return at::nll_loss(at::log_softmax(logits, 1), longs(wanted, hidden.device()), {},
                        at::Reduction::Sum);
}

Result<std::vector<at::Tensor>> TrainableLlava::states(const at::Tensor& pixels,
                                                       const TuningText& text,
                                                       const std::stop_token& stop) const {
    const at::NoGradGuard withoutGradients;
    std::vector<at::Tensor> states = {embedded(text, projected(vision(pixels)))};
    for (std::int64_t layer = 0; layer < m_config.text.layers; ++layer) {
        if (stop.stop_requested())
            return cancelled();
        states.push_back(block(layer, states.back()));
    }
    return states;
}

Result<double> TrainableLlava::loss(const at::Tensor& pixels, const TuningText& text,
                                    std::stop_token stop) const {
    const auto all = states(pixels, text, stop);
    if (!all)
        return tl::unexpected(all.error());
    const at::NoGradGuard withoutGradients;
    return summedLoss(all->back(), text).item<double>();
}

Result<double> TrainableLlava::addGradients(const at::Tensor& pixels, const TuningText& text,
                                            double weight, std::stop_token stop) const {
    auto all = states(pixels, text, stop);
    if (!all)
        return tl::unexpected(all.error());
    const auto input = [](const at::Tensor& state) {
        return state.detach().set_requires_grad(true);
    };
    at::Tensor x = input(all->back());
    const at::Tensor sum = summedLoss(x, text);
    (sum * weight).backward();
    at::Tensor gradient = x.grad();
    for (std::int64_t layer = m_config.text.layers - 1; layer >= 0; --layer) {
        if (stop.stop_requested())
            return cancelled();
        all->pop_back(); // what this layer made
        x = input(all->back());
        block(layer, x).backward(gradient);
        gradient = x.grad();
    }
    const bool reachesPicture =
        m_weights.trains("vision_tower.") || m_weights.trains("multi_modal_projector.");
    if (reachesPicture || m_weights.trains(std::string(kText) + "embed_tokens"))
        embedded(text, projected(vision(pixels))).backward(gradient);
    return sum.item<double>();
}

} // namespace core::model
