// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace core::model {

/// A made-up model: the shape of LLaVA-1.5 7B, or one that is made in a moment.
enum class RandomShape { Tiny, SevenBillion };

/// What is measured.
struct ModelBenchOptions {
    std::filesystem::path directory; ///< checkpoint folder, unless a made-up model is asked
    std::optional<RandomShape> randomWeights; ///< instead of a folder
    std::optional<int> bits; ///< 16, 8 or 4; must be those of the folder; made up: 4 when not said
    int promptTokens = 620;
    int newTokens = 64;
    int batch = 1; ///< texts that are written at the same time
};

/// What the machine allows, measured beside the model.
struct MeasuredLimits {
    double readGbPerS = 0;         ///< the fastest reading
    double besideDecodeGbPerS = 0; ///< the median of readings that took turns with tokens
    double fp32Gflops = 0;
    double int8Gops = 0;
};

/// Speeds of one run, and each as a share of what the limits of the same run allow.
struct ModelBenchResult {
    std::string model; ///< the folder's name, "random 7b" or "random tiny"
    int bits = 0;      ///< 32, 16, 8 or 4
    int threads = 1;
    int promptTokens = 0;
    int newTokens = 0;
    int batch = 1;
    double prefillTokensPerS = 0;
    double decodeTokensPerS = 0;
    double batchDecodeTokensPerS = 0; ///< of all texts together
    double imageEncodeMs = 0;         ///< vision tower and projector
    double loadMs = 0;                ///< or the time in which the weights were made up
    double peakMemoryMib = 0;         ///< of the process until here
    std::uint64_t bytesPerToken = 0;  ///< weights that a token must read
    MeasuredLimits limits;
    double prefillShare = 0; ///< of the int8 peak when quantized, of the float32 peak otherwise
    double decodeShare = 0;  ///< of reading the weights once per token
    double besideReadingShare = 0; ///< median, of the reading right after each of the tokens: what
                                   ///< others do on the machine's memory bus cancels out
    double batchDecodeShare = 0;   ///< of the nearer of both limits
    double imageEncodeShare = 0; ///< of the float32 peak; above 1 is possible with int8 arithmetic
};

/// Measures a model with the threads that were chosen by useThreads.
/// @param progress  stages "limits", "load", "image", "prefill", "decode", "batch", "turns"
/// @errors those of VisionLanguageModel::load; InvalidArgument (bits that the folder does not have,
///         a text longer than the model allows), LimitExceeded before anything is made, Cancelled
[[nodiscard]] Result<ModelBenchResult> benchModel(const ModelBenchOptions& options,
                                                  const ProgressCallback& progress,
                                                  std::stop_token stop);

} // namespace core::model
