// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/adapter_check.h"

#include "core/model/checkpoint/lora_adapter.h"
#include "core/model/checkpoint/weight_map.h"

#include <optional>
#include <string>
#include <utility>

namespace core::model {

namespace {

void addProblem(CheckpointReport& report, const Error& error) {
    if (report.isReady) {
        report.isReady = false;
        report.code = error.code;
        report.sentence = error.message;
    }
    report.problems.push_back(error.message);
}

void addFile(CheckpointReport& report, const ModelParts& parts, const char* name,
             const std::string& problem) {
    CheckpointFile file{name, 0, CheckpointFile::State::Present, problem};
    std::error_code error;
    const auto bytes = std::filesystem::file_size(parts.adapter / name, error);
    if (error)
        file.state = CheckpointFile::State::Missing;
    else
        file.bytes = bytes;
    if (!error && !problem.empty())
        file.state = CheckpointFile::State::Damaged;
    report.files.push_back(std::move(file));
}

/// The first part that does not fit.
std::optional<Error> misfit(const LoraAdapter& adapter, const WeightMap& base) {
    for (const std::string& weight : adapter.weights()) {
        const auto* place = base.find(weight);
        if (place == nullptr)
            return Error{ErrorCode::ModelInvalid,
                         "The adapter changes " + weight.substr(0, 160) +
                             ", which the base model does not have. It was made for another "
                             "model."};
        if (const auto fits = adapter.fits(weight, place->entry->shape); !fits)
            return fits.error();
    }
    return std::nullopt;
}

} // namespace

void inspectAdapter(CheckpointReport& report, const ModelParts& parts) {
    const auto adapter = LoraAdapter::open(parts.adapter);
    const std::string problem = adapter ? std::string() : adapter.error().message;
    addFile(report, parts, "adapter_config.json", {});
    addFile(report, parts, "adapter_model.safetensors", problem);
    if (!adapter) {
        addProblem(report, adapter.error());
        return;
    }
    report.kind += " with a LoRA adapter";
    report.notes.push_back("A LoRA adapter of rank " + std::to_string(adapter->config().rank) +
                           " for " + std::to_string(adapter->weights().size()) +
                           " weights is merged when the model is loaded; the base model is " +
                           parts.base.lexically_normal().string() + ".");
    if (!report.isReady)
        return;
    if (report.storedPrecision.starts_with("int")) {
        addProblem(report, {ErrorCode::InvalidArgument,
                            "An adapter cannot be merged into quantized weights. Merge it into the "
                            "original checkpoint (model merge) and quantize that."});
        return;
    }
    const auto shards = listShards(parts.base);
    const auto weights = shards ? WeightMap::open(parts.base, *shards)
                                : Result<WeightMap>(tl::unexpected(shards.error()));
    if (!weights) {
        addProblem(report, weights.error());
        return;
    }
    if (const auto wrong = misfit(*adapter, *weights))
        addProblem(report, *wrong);
}

} // namespace core::model
