// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/model_config.h"

#include "core/model/checkpoint/config_fields.h"
#include "core/model/checkpoint/json_file.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace core::model {

namespace {

constexpr std::int64_t kMostLayers = 512;

Activation activationNamed(ConfigFields& fields, const char* key, const std::string& defaultName) {
    constexpr std::array<std::pair<std::string_view, Activation>, 6> kNames = {
        {{"quick_gelu", Activation::QuickGelu},
         {"gelu", Activation::Gelu},
         {"gelu_new", Activation::GeluTanh},
         {"gelu_pytorch_tanh", Activation::GeluTanh},
         {"silu", Activation::Silu},
         {"swish", Activation::Silu}}};
    const std::string name = fields.text(key, defaultName);
    for (const auto& [known, activation] : kNames)
        if (name == known)
            return activation;
    fields.reject(std::string(key) + " is \"" + name + "\", an activation that is not supported.");
    return Activation::Gelu;
}

VisionConfig readVision(ConfigFields& fields) {
    VisionConfig vision;
    vision.hiddenSize = fields.size("hidden_size", vision.hiddenSize);
    vision.intermediateSize = fields.size("intermediate_size", vision.intermediateSize);
    vision.layers = fields.size("num_hidden_layers", vision.layers, kMostLayers);
    vision.heads = fields.size("num_attention_heads", vision.heads);
    vision.imageSize = fields.size("image_size", vision.imageSize, 4096);
    vision.patchSize = fields.size("patch_size", vision.patchSize, 4096);
    vision.layerNormEps = fields.positive("layer_norm_eps", vision.layerNormEps);
    vision.activation = activationNamed(fields, "hidden_act", "quick_gelu");
    const std::string kind = fields.text("model_type", "clip_vision_model");
    if (kind.starts_with("siglip"))
        fields.reject("its vision tower is SigLIP, not CLIP as in LLaVA-1.5 and FakeVLM. Choose a "
                      "checkpoint with a CLIP tower.");
    else if (kind != "clip_vision_model" && kind != "clip")
        fields.reject("its vision tower is of the type \"" + kind + "\"; only CLIP is supported.");
    if (vision.hiddenSize % vision.heads != 0)
        fields.reject("hidden_size is not a multiple of num_attention_heads.");
    if (vision.imageSize < vision.patchSize)
        fields.reject("image_size is smaller than patch_size.");
    return vision;
}

RopeScaling readScaling(const nlohmann::json* json, ConfigFields& owner) {
    RopeScaling scaling;
    if (json == nullptr)
        return scaling;
    ConfigFields fields(*json);
    const std::string kind = fields.text("rope_type", fields.text("type", "default"));
    scaling.factor = fields.positive("factor", 1);
    if (kind == "linear") {
        scaling.kind = RopeScaling::Kind::Linear;
    } else if (kind == "dynamic") {
        scaling.kind = RopeScaling::Kind::Dynamic;
    } else if (kind == "llama3") {
        scaling.kind = RopeScaling::Kind::Llama3;
        scaling.lowFrequencyFactor = fields.positive("low_freq_factor", 1);
        scaling.highFrequencyFactor = fields.positive("high_freq_factor", 4);
        scaling.originalPositions = fields.size("original_max_position_embeddings", 8192, 1 << 24);
        if (scaling.highFrequencyFactor <= scaling.lowFrequencyFactor)
            fields.reject("high_freq_factor is not above low_freq_factor.");
    } else if (kind != "default") {
        fields.reject("rope scaling \"" + kind + "\" is not supported.");
    }
    if (!fields.problem().empty())
        owner.reject(fields.problem());
    return scaling;
}

TextConfig readText(ConfigFields& fields) {
    TextConfig text;
    text.hiddenSize = fields.size("hidden_size", text.hiddenSize);
    text.intermediateSize = fields.size("intermediate_size", text.intermediateSize);
    text.layers = fields.size("num_hidden_layers", text.layers, kMostLayers);
    text.heads = fields.size("num_attention_heads", text.heads);
    text.keyValueHeads = fields.size("num_key_value_heads", text.heads);
    text.headSize =
        fields.size("head_dim", std::max<std::int64_t>(1, text.hiddenSize / text.heads));
    text.vocabulary = fields.size("vocab_size", text.vocabulary, 1 << 22);
    text.maxPositions = fields.size("max_position_embeddings", text.maxPositions, 1 << 24);
    text.rmsNormEps = fields.positive("rms_norm_eps", text.rmsNormEps);
    text.activation = activationNamed(fields, "hidden_act", "silu");
    text.hasAttentionBias = fields.flag("attention_bias", false);
    text.hasMlpBias = fields.flag("mlp_bias", false);
    text.hasTiedHead = fields.flag("tie_word_embeddings", false);

    // Newer libraries put theta and scaling together into rope_parameters.
    const auto* parameters = fields.find("rope_parameters");
    text.ropeTheta = fields.positive("rope_theta", text.ropeTheta);
    if (parameters != nullptr)
        text.ropeTheta = ConfigFields(*parameters).positive("rope_theta", text.ropeTheta);
    text.ropeScaling =
        readScaling(parameters != nullptr ? parameters : fields.find("rope_scaling"), fields);

    if (text.hiddenSize % text.heads != 0 && fields.find("head_dim") == nullptr)
        fields.reject("hidden_size is not a multiple of num_attention_heads.");
    if (text.headSize % 2 != 0)
        fields.reject("head_dim is odd; rotary positions need pairs.");
    if (text.heads % text.keyValueHeads != 0)
        fields.reject("num_attention_heads is not a multiple of num_key_value_heads.");
    const std::string kind = fields.text("model_type", "llama");
    if (kind != "llama")
        fields.reject("its language model is of the type \"" + kind +
                      "\"; only llama is supported.");
    return text;
}

/// LlavaConfig's own vision tower, for a config.json without vision_config.
const nlohmann::json& usualVision() {
    static const nlohmann::json kVision = {{"hidden_size", 1024},     {"intermediate_size", 4096},
                                           {"patch_size", 14},        {"image_size", 336},
                                           {"num_hidden_layers", 24}, {"num_attention_heads", 16}};
    return kVision;
}

/// A sentence for folders that hold another kind of model; nothing for LLaVA.
std::optional<std::string> otherKind(ConfigFields& top) {
    const std::string kind = top.text("model_type", "");
    std::string architecture;
    if (const auto* names = top.find("architectures");
        names != nullptr && names->is_array() && !names->empty() && names->front().is_string())
        architecture = names->front().get<std::string>();
    if (kind == "llava" &&
        (architecture.empty() || architecture == "LlavaForConditionalGeneration"))
        return std::nullopt;
    if (kind == "llama")
        return "This is a text-only LLaMA language model; it cannot see pictures. Choose the "
               "folder "
               "of the whole FakeVLM checkpoint, which also holds a vision tower.";
    if (kind.starts_with("qwen") || architecture.starts_with("Qwen"))
        return "This is a Qwen model (" + (kind.empty() ? architecture : kind) +
               "), which is built differently. Choose a FakeVLM checkpoint in the LLaVA-1.5 "
               "layout.";
    if (kind.starts_with("llava_llama") || architecture.starts_with("LlavaLlama") ||
        (kind == "llava" && !architecture.empty()))
        return "This is a LLaVA model in its original layout (" + architecture +
               "). Choose the converted folder (LlavaForConditionalGeneration, \"-hf\").";
    if (kind.starts_with("llava"))
        return "This is a \"" + kind +
               "\" model, a LLaVA variant that cuts pictures into tiles. "
               "Choose a FakeVLM checkpoint in the LLaVA-1.5 layout.";
    if (kind.starts_with("clip"))
        return "This is a CLIP model alone, without a language model. Choose the folder of the "
               "whole "
               "FakeVLM checkpoint.";
    return "This is a model of the type \"" + (kind.empty() ? "unknown" : kind) +
           "\". Choose a FakeVLM checkpoint in the LLaVA-1.5 layout.";
}

void readFeatureLayer(ConfigFields& top, ModelConfig& config) {
    const auto* layer = top.find("vision_feature_layer");
    // A list of one layer means that layer.
    if (layer != nullptr && layer->is_array() && layer->size() == 1)
        layer = &layer->front();
    if (layer != nullptr && !layer->is_number_integer()) {
        top.reject("vision_feature_layer names several layers, which is not supported.");
        return;
    }
    const std::int64_t number = layer != nullptr ? layer->get<std::int64_t>() : -2;
    // Hidden state 0 is the embedding output, so state n is what n blocks made of it.
    config.visionBlocksToRun = number < 0 ? config.vision.layers + 1 + number : number;
    if (config.visionBlocksToRun < 0 || config.visionBlocksToRun > config.vision.layers)
        top.reject("vision_feature_layer is " + std::to_string(number) + ", but there are only " +
                   std::to_string(config.vision.layers) + " layers.");
    const std::string strategy = top.text("vision_feature_select_strategy", "default");
    config.keepsClassToken = strategy == "full";
    if (strategy != "default" && strategy != "full")
        top.reject("vision_feature_select_strategy \"" + strategy + "\" is not known.");
}

std::vector<std::int64_t> readEndTokens(const std::filesystem::path& directory,
                                        const nlohmann::json& config) {
    const auto listed = [](const nlohmann::json& object) {
        std::vector<std::int64_t> ids;
        const auto found = object.find("eos_token_id");
        if (found == object.end())
            return ids;
        if (found->is_number_integer())
            ids.push_back(found->get<std::int64_t>());
        if (found->is_array())
            for (const auto& id : *found)
                if (id.is_number_integer())
                    ids.push_back(id.get<std::int64_t>());
        return ids;
    };
    if (const auto generation = readJsonFile(directory / "generation_config.json"))
        if (auto ids = listed(*generation); !ids.empty())
            return ids;
    if (auto ids = listed(config); !ids.empty())
        return ids;
    const auto text = config.find("text_config");
    if (text != config.end() && text->is_object())
        if (auto ids = listed(*text); !ids.empty())
            return ids;
    return {2};
}

} // namespace

Result<ModelConfig> readModelConfig(const std::filesystem::path& directory) {
    const auto json = readJsonFile(directory / "config.json");
    if (!json)
        return tl::unexpected(json.error());
    ConfigFields top(*json);
    if (auto other = otherKind(top))
        return fail(ErrorCode::ModelInvalid, *other);

    static const nlohmann::json kEmpty = nlohmann::json::object();
    const auto* visionJson = top.find("vision_config");
    const auto* textJson = top.find("text_config");
    ConfigFields vision(visionJson != nullptr ? *visionJson : usualVision());
    ConfigFields text(textJson != nullptr ? *textJson : kEmpty);

    ModelConfig config;
    config.vision = readVision(vision);
    config.text = readText(text);
    if (top.flag("tie_word_embeddings", false))
        config.text.hasTiedHead = true;
    config.imageTokenId = top.integer("image_token_index", top.integer("image_token_id", 32000));
    config.projectorActivation = activationNamed(top, "projector_hidden_act", "gelu");
    config.hasProjectorBias = top.flag("multimodal_projector_bias", true);
    config.storedType = top.text("torch_dtype", top.text("dtype", ""));
    config.endTokenIds = readEndTokens(directory, *json);
    readFeatureLayer(top, config);
    if (config.imageTokenId < 0 || config.imageTokenId >= config.text.vocabulary)
        top.reject("image_token_index lies outside the vocabulary.");
    for (const auto& [part, fields] : {std::pair("", &top), std::pair("vision_config: ", &vision),
                                       std::pair("text_config: ", &text)})
        if (!fields->problem().empty())
            return fail(ErrorCode::ModelInvalid,
                        std::string("config.json cannot be used: ") + part + fields->problem());
    return config;
}

} // namespace core::model
