// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/expected_tensors.h"

namespace core::model {

namespace {

using Expected = std::vector<ExpectedTensor>;

void addLinear(Expected& all, const std::string& name, std::int64_t out, std::int64_t in,
               bool hasBias) {
    all.push_back({name + ".weight", {out, in}});
    if (hasBias)
        all.push_back({name + ".bias", {out}});
}

void addLayerNorm(Expected& all, const std::string& name, std::int64_t size) {
    all.push_back({name + ".weight", {size}});
    all.push_back({name + ".bias", {size}});
}

void addVision(Expected& all, const VisionConfig& vision) {
    const std::string root = "vision_tower.vision_model.";
    const std::int64_t width = vision.hiddenSize;
    all.push_back({root + "embeddings.class_embedding", {width}});
    all.push_back({root + "embeddings.patch_embedding.weight",
                   {width, 3, vision.patchSize, vision.patchSize}});
    all.push_back({root + "embeddings.position_embedding.weight", {vision.patches() + 1, width}});
    addLayerNorm(all, root + "pre_layrnorm", width);
    for (std::int64_t layer = 0; layer < vision.layers; ++layer) {
        const std::string block = root + "encoder.layers." + std::to_string(layer) + ".";
        for (const char* part : {"q_proj", "k_proj", "v_proj", "out_proj"})
            addLinear(all, block + "self_attn." + part, width, width, true);
        addLayerNorm(all, block + "layer_norm1", width);
        addLayerNorm(all, block + "layer_norm2", width);
        addLinear(all, block + "mlp.fc1", vision.intermediateSize, width, true);
        addLinear(all, block + "mlp.fc2", width, vision.intermediateSize, true);
    }
    addLayerNorm(all, root + "post_layernorm", width);
}

void addText(Expected& all, const TextConfig& text) {
    const std::string root = "language_model.model.";
    const std::int64_t width = text.hiddenSize;
    const std::int64_t queries = text.heads * text.headSize;
    const std::int64_t keys = text.keyValueHeads * text.headSize;
    all.push_back({root + "embed_tokens.weight", {text.vocabulary, width}});
    for (std::int64_t layer = 0; layer < text.layers; ++layer) {
        const std::string block = root + "layers." + std::to_string(layer) + ".";
        addLinear(all, block + "self_attn.q_proj", queries, width, text.hasAttentionBias);
        addLinear(all, block + "self_attn.k_proj", keys, width, text.hasAttentionBias);
        addLinear(all, block + "self_attn.v_proj", keys, width, text.hasAttentionBias);
        addLinear(all, block + "self_attn.o_proj", width, queries, text.hasAttentionBias);
        addLinear(all, block + "mlp.gate_proj", text.intermediateSize, width, text.hasMlpBias);
        addLinear(all, block + "mlp.up_proj", text.intermediateSize, width, text.hasMlpBias);
        addLinear(all, block + "mlp.down_proj", width, text.intermediateSize, text.hasMlpBias);
        all.push_back({block + "input_layernorm.weight", {width}});
        all.push_back({block + "post_attention_layernorm.weight", {width}});
    }
    all.push_back({root + "norm.weight", {width}});
    if (!text.hasTiedHead)
        all.push_back({"language_model.lm_head.weight", {text.vocabulary, width}});
}

} // namespace

std::vector<ExpectedTensor> expectedTensors(const ModelConfig& config) {
    Expected all;
    addVision(all, config.vision);
    addLinear(all, "multi_modal_projector.linear_1", config.text.hiddenSize,
              config.vision.hiddenSize, config.hasProjectorBias);
    addLinear(all, "multi_modal_projector.linear_2", config.text.hiddenSize, config.text.hiddenSize,
              config.hasProjectorBias);
    addText(all, config.text);
    return all;
}

} // namespace core::model
