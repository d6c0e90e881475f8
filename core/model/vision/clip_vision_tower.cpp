// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/vision/clip_vision_tower.h"

#include "core/model/kernels/activation.h"

#include <cmath>
#include <string>

namespace core::model {

ClipVisionTower::ClipVisionTower(const ModelConfig& config, WeightLoader& loader)
    : m_config(config.vision), m_keepsClassToken(config.keepsClassToken) {
    const std::string root = "vision_tower.vision_model.";
    const std::int64_t width = m_config.hiddenSize;
    const auto norm = [&](const std::string& name) {
        return Norm{loader.wide(name + ".weight", {width}), loader.wide(name + ".bias", {width})};
    };
    m_classEmbedding = loader.wide(root + "embeddings.class_embedding", {width});
    m_positions =
        loader.wide(root + "embeddings.position_embedding.weight", {m_config.patches() + 1, width});
    // The convolution does not overlap, so it is a product with each patch as one row.
    at::Tensor patch = loader.wide(root + "embeddings.patch_embedding.weight",
                                   {width, 3, m_config.patchSize, m_config.patchSize});
    if (patch.defined())
        m_patch = Linear(patch.view({width, -1}), {}, nullptr);
    m_preNorm = norm(root + "pre_layrnorm");
    for (std::int64_t layer = 0; layer < config.visionBlocksToRun; ++layer) {
        const std::string name = root + "encoder.layers." + std::to_string(layer) + ".";
        Block block;
        block.norm1 = norm(name + "layer_norm1");
        block.query = loader.linear(name + "self_attn.q_proj", width, width, true);
        block.key = loader.linear(name + "self_attn.k_proj", width, width, true);
        block.value = loader.linear(name + "self_attn.v_proj", width, width, true);
        block.out = loader.linear(name + "self_attn.out_proj", width, width, true);
        block.norm2 = norm(name + "layer_norm2");
        block.fc1 = loader.linear(name + "mlp.fc1", m_config.intermediateSize, width, true);
        block.fc2 = loader.linear(name + "mlp.fc2", width, m_config.intermediateSize, true);
        m_blocks.push_back(std::move(block));
    }
}

at::Tensor ClipVisionTower::normalized(const Norm& norm, const at::Tensor& x) const {
    return at::layer_norm(x, {m_config.hiddenSize}, norm.weight, norm.bias, m_config.layerNormEps);
}

at::Tensor ClipVisionTower::embed(const at::Tensor& pixels) const {
    const std::int64_t patch = m_config.patchSize;
    const std::int64_t side = m_config.imageSize / patch;
    // A remainder at the right and lower edge is not covered by any patch.
    const at::Tensor rows = pixels.narrow(1, 0, side * patch)
                                .narrow(2, 0, side * patch)
                                .reshape({3, side, patch, side, patch})
                                .permute({1, 3, 0, 2, 4})
                                .reshape({side * side, 3 * patch * patch});
    const at::Tensor tokens = at::cat({m_classEmbedding.unsqueeze(0), m_patch(rows)});
    return normalized(m_preNorm, tokens + m_positions); // [patches + 1, hiddenSize]
}

at::Tensor ClipVisionTower::attention(const Block& block, const at::Tensor& x) const {
    const std::int64_t tokens = x.size(0);
    const std::int64_t headSize = m_config.hiddenSize / m_config.heads;
    const auto heads = [&](const at::Tensor& rows) {
        return rows.view({tokens, m_config.heads, headSize})
            .transpose(0, 1); // [heads, tokens, headSize]
    };
    const at::Tensor q = heads(block.query(x)) * (1 / std::sqrt(static_cast<double>(headSize)));
    const at::Tensor scores = at::bmm(q, heads(block.key(x)).transpose(1, 2));
    const at::Tensor mixed = at::bmm(at::softmax(scores, -1), heads(block.value(x)));
    return block.out(mixed.transpose(0, 1).reshape({tokens, m_config.hiddenSize}));
}

Result<at::Tensor> ClipVisionTower::features(const at::Tensor& pixels, std::stop_token stop) const {
    at::Tensor x = embed(pixels);
    for (const Block& block : m_blocks) {
        if (stop.stop_requested())
            return cancelled();
        x = x + attention(block, normalized(block.norm1, x));
        x = x + block.fc2(activated(block.fc1(normalized(block.norm2, x)), m_config.activation));
    }
    return m_keepsClassToken ? x : x.narrow(0, 1, x.size(0) - 1);
}

} // namespace core::model
