// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sentence/bert_encoder.h"

#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"

#include <cmath>

namespace core::model {

Result<BertConfig> readBertConfig(const std::filesystem::path& directory) {
    const auto json = readJsonFile(directory / "config.json");
    if (!json)
        return tl::unexpected(json.error());
    ConfigFields fields(*json);
    if (const std::string type = fields.text("model_type", "bert"); type != "bert")
        return fail(ErrorCode::ModelInvalid,
                    "This encoder is of the type \"" + type +
                        "\"; only BERT encoders (such as paraphrase-MiniLM-L6-v2) are read.");
    if (const std::string act = fields.text("hidden_act", "gelu"); act != "gelu")
        return fail(ErrorCode::ModelInvalid,
                    "The encoder's activation \"" + act + "\" is not supported.");
    if (fields.text("position_embedding_type", "absolute") != "absolute")
        return fail(ErrorCode::ModelInvalid, "The encoder's kind of positions is not supported.");
    BertConfig config;
    config.vocabulary = fields.size("vocab_size", config.vocabulary);
    config.hiddenSize = fields.size("hidden_size", 768, 1 << 14);
    config.layers = fields.size("num_hidden_layers", 12, 256);
    config.heads = fields.size("num_attention_heads", 12, 256);
    config.intermediateSize = fields.size("intermediate_size", 3072, 1 << 16);
    config.maxPositions = fields.size("max_position_embeddings", 512, 1 << 16);
    config.types = fields.size("type_vocab_size", 2, 64);
    config.layerNormEps = fields.positive("layer_norm_eps", 1e-12);
    if (!fields.problem().empty())
        return fail(ErrorCode::ModelInvalid, "config.json: " + fields.problem());
    if (config.hiddenSize % config.heads != 0)
        return fail(ErrorCode::ModelInvalid,
                    "config.json: the hidden size is no multiple of the number of heads.");
    return config;
}

BertEncoder::BertEncoder(const BertConfig& config, const std::string& root, WeightLoader& loader)
    : m_config(config) {
    const std::int64_t width = config.hiddenSize;
    const auto norm = [&](const std::string& name) {
        return Norm{loader.wide(name + ".weight", {width}), loader.wide(name + ".bias", {width})};
    };
    const std::string embeddings = root + "embeddings.";
    m_words = loader.wide(embeddings + "word_embeddings.weight", {config.vocabulary, width});
    m_positions =
        loader.wide(embeddings + "position_embeddings.weight", {config.maxPositions, width});
    m_types = loader.wide(embeddings + "token_type_embeddings.weight", {config.types, width});
    m_embeddingNorm = norm(embeddings + "LayerNorm");
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const std::string name = root + "encoder.layer." + std::to_string(layer) + ".";
        Block block;
        block.query = loader.linear(name + "attention.self.query", width, width, true);
        block.key = loader.linear(name + "attention.self.key", width, width, true);
        block.value = loader.linear(name + "attention.self.value", width, width, true);
        block.out = loader.linear(name + "attention.output.dense", width, width, true);
        block.attentionNorm = norm(name + "attention.output.LayerNorm");
        block.up = loader.linear(name + "intermediate.dense", config.intermediateSize, width, true);
        block.down = loader.linear(name + "output.dense", width, config.intermediateSize, true);
        block.outputNorm = norm(name + "output.LayerNorm");
        m_blocks.push_back(std::move(block));
    }
}

at::Tensor BertEncoder::normalized(const Norm& norm, const at::Tensor& x) const {
    return at::layer_norm(x, {m_config.hiddenSize}, norm.weight, norm.bias, m_config.layerNormEps);
}

at::Tensor BertEncoder::attention(const Block& block, const at::Tensor& x,
                                  std::int64_t batch) const {
    const std::int64_t size = m_config.hiddenSize / m_config.heads;
    const auto heads = [&](const Linear& linear) {
        return linear(x).view({batch, -1, m_config.heads, size}).transpose(1, 2);
    }; // [batch, heads, tokens, size]
    const at::Tensor scores = at::matmul(heads(block.query), heads(block.key).transpose(2, 3)) /
                              std::sqrt(static_cast<double>(size));
    const at::Tensor mixed = at::matmul(at::softmax(scores, -1), heads(block.value));
    return block.out(mixed.transpose(1, 2).reshape({-1, m_config.hiddenSize}));
}

at::Tensor BertEncoder::operator()(const at::Tensor& ids) const {
    const std::int64_t batch = ids.size(0);
    const std::int64_t tokens = ids.size(1);
    at::Tensor x = m_words.index_select(0, ids.reshape({-1})).view({batch, tokens, -1});
    x = x + m_positions.narrow(0, 0, tokens) + m_types.select(0, 0);
    // Rows of all texts one after the other; only attention tells texts apart.
    x = normalized(m_embeddingNorm, x).view({batch * tokens, -1});
    for (const Block& block : m_blocks) {
        x = normalized(block.attentionNorm, x + attention(block, x, batch));
        x = normalized(block.outputNorm, x + block.down(at::gelu(block.up(x))));
    }
    return x.view({batch, tokens, m_config.hiddenSize});
}

} // namespace core::model
