// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pixel_view.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace core::model {

/// A list of pictures with what is to be said about them, in FakeClue's JSON.
struct TuningList {
    std::filesystem::path data;
    std::filesystem::path images; ///< folder that the list's names are in
};

/// How the rate goes from its largest value to 0 behind the warm-up.
enum class RateSchedule { Cosine, Linear, Constant };

/// The defaults are the recipe of FakeVLM's training script.
struct TuningOrder {
    std::filesystem::path model;
    std::filesystem::path adapter; ///< to start from; empty: a new one
    std::filesystem::path target;  ///< folder that is made; with `resumes` it exists
    TuningList training;
    TuningList heldOut; ///< measured behind each epoch; `data` may be empty

    bool trainsAll = false; ///< the language model's weights instead of an adapter
    bool trainsVision = false;
    bool trainsProjector = false;
    std::int64_t rank = 8;
    double alpha = 8;
    std::vector<std::string> targets = {"q_proj",    "k_proj",  "v_proj",   "o_proj",
                                        "gate_proj", "up_proj", "down_proj"};

    double rate = 2e-5;
    RateSchedule schedule = RateSchedule::Cosine;
    double warmup = 0.03;      ///< share of the steps
    std::vector<double> rates; ///< one for each step, instead of the three above
    double weightDecay = 0;
    double clip = 1; ///< largest norm of all gradients together; 0: none
    int epochs = 2;
    int steps = 0; ///< 0: as the epochs give
    int batch = 1;
    int accumulate = 1;         ///< batches in a step
    bool keepsOrder = false;    ///< of the list, in every epoch
    std::uint64_t seed = 42;    ///< of the order and of new adapters
    int maxTokens = 1024;       ///< of a text, the picture's included; longer ones are cut
    std::string device = "cpu"; ///< "cuda:0": weights and products in bfloat16
    bool resumes = false;
    std::filesystem::path stopFile; ///< tuning ends behind the step in which it appears
};

struct TuningStep {
    int step = 0; ///< counted from 1
    int steps = 0;
    double epoch = 0;
    double loss = 0;         ///< mean over the batches of the step
    double gradientNorm = 0; ///< before clipping
    double rate = 0;
    double tokensPerSecond = 0;
};

struct TuningMeasure {
    int step = 0;
    double epoch = 0;
    double loss = 0; ///< mean over all tokens of the held-out answers
    int pictures = 0;
};

struct TuningSummary {
    int steps = 0;
    bool isStopped = false; ///< before its end; `resumes` goes on
    std::int64_t trainedNumbers = 0;
    int shortened = 0; ///< texts that were cut at maxTokens
    double firstLoss = 0;
    double lastLoss = 0;
};

/// Decoded pixels; the view points into what `owner` holds.
struct ReadPicture {
    std::shared_ptr<const void> owner;
    PixelView view;
};

struct TuningCallbacks {
    std::function<Result<ReadPicture>(const std::filesystem::path& file)> read; ///< upright
    std::function<void(const TuningStep&)> step;                                ///< may be empty
    std::function<void(const TuningMeasure&)> measure;                          ///< may be empty
};

/// Trains a LLaVA-type checkpoint, or a LoRA adapter for it, on answers about pictures: the chat
/// form, the loss on the answers' tokens and the end token, AdamW, layers recomputed on the way
/// back. The target holds a PEFT adapter, or with `trainsAll` a checkpoint folder whose trained
/// weights are float32. A stop leaves a target that can be used and gone on with. The same order on
/// the same machine gives the same weights.
/// @errors those of checkCheckpoint; InvalidArgument (nothing to train, a picture is missing, the
///         target exists), InvalidJson, LimitExceeded, WriteFailed; ModelInvalid when the loss is
///         no number any more
[[nodiscard]] Result<TuningSummary>
tuneModel(const TuningOrder& order, const TuningCallbacks& callbacks, std::stop_token stop);

} // namespace core::model
