// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::model {

enum class Activation { QuickGelu, Gelu, GeluTanh, Silu };

/// The CLIP image encoder.
struct VisionConfig {
    std::int64_t hiddenSize = 768;
    std::int64_t intermediateSize = 3072;
    std::int64_t layers = 12;
    std::int64_t heads = 12;
    std::int64_t imageSize = 224;
    std::int64_t patchSize = 32;
    double layerNormEps = 1e-5;
    Activation activation = Activation::QuickGelu;

    [[nodiscard]] std::int64_t patches() const {
        return (imageSize / patchSize) * (imageSize / patchSize);
    }
};

/// How rotary positions are stretched for long texts.
struct RopeScaling {
    enum class Kind { None, Linear, Dynamic, Llama3 };
    Kind kind = Kind::None;
    double factor = 1;
    double lowFrequencyFactor = 1;         ///< Llama3
    double highFrequencyFactor = 4;        ///< Llama3
    std::int64_t originalPositions = 8192; ///< Llama3
};

/// The LLaMA-type decoder.
struct TextConfig {
    std::int64_t hiddenSize = 4096;
    std::int64_t intermediateSize = 11008;
    std::int64_t layers = 32;
    std::int64_t heads = 32;
    std::int64_t keyValueHeads = 32;
    std::int64_t headSize = 128;
    std::int64_t vocabulary = 32000;
    std::int64_t maxPositions = 2048;
    double rmsNormEps = 1e-6;
    double ropeTheta = 10000;
    RopeScaling ropeScaling;
    Activation activation = Activation::Silu;
    bool hasAttentionBias = false;
    bool hasMlpBias = false;
    bool hasTiedHead = false; ///< the output layer is the embedding table
};

/// A LLaVA checkpoint, defaults filled in.
struct ModelConfig {
    VisionConfig vision;
    TextConfig text;
    std::int64_t imageTokenId = 32000;
    std::int64_t visionBlocksToRun = 0; ///< vision_feature_layer as a number of encoder blocks
    bool keepsClassToken = false;       ///< vision_feature_select_strategy "full"
    Activation projectorActivation = Activation::Gelu;
    bool hasProjectorBias = true;
    std::vector<std::int64_t> endTokenIds = {2};
    std::string storedType; ///< "float16", "bfloat16", "float32"; empty when not said

    /// Positions that one picture takes in the prompt.
    [[nodiscard]] std::int64_t imageTokens() const {
        return vision.patches() + (keepsClassToken ? 1 : 0);
    }
};

/// Reads config.json and generation_config.json (when there is one) of a checkpoint folder.
/// @errors FileNotFound; ModelInvalid with its own sentence for other kinds of models (text-only
/// LLaMA,
///         Qwen-VL, original LLaVA layout, ...), for sizes that contradict each other and for
///         options that are not supported
[[nodiscard]] Result<ModelConfig> readModelConfig(const std::filesystem::path& directory);

} // namespace core::model
