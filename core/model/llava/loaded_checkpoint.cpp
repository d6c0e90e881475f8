// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/llava/loaded_checkpoint.h"

#include "core/model/checkpoint/checkpoint_weights.h"
#include "core/model/checkpoint/free_memory.h"
#include "core/model/checkpoint/lora_adapter.h"
#include "core/model/checkpoint/memory_need.h"
#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint_check.h"
#include "core/model/device_name.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace core::model {

namespace {

std::uint64_t needOf(const CheckpointReport& report, const std::string& precision) {
    const auto found = std::ranges::find(report.memory, precision, &MemoryNeed::precision);
    return found == report.memory.end() ? 0 : found->bytes;
}

/// What is not quantized stays as stored, too, unless float32 is asked for.
Result<WeightStorage> storageForQuantized(const CheckpointReport& report,
                                          const LoadOptions& options) {
    const auto fits = requireMemory(needOf(report, report.storedPrecision),
                                    report.storedPrecision == "int8"
                                        ? "Close other programs or use a copy with 4 bits."
                                        : "Close other programs.");
    if (!fits)
        return tl::unexpected(fits.error());
    return options.precision == WeightPrecision::Float32 ? WeightStorage::Float32
                                                         : WeightStorage::AsStored;
}

/// Float32 when it fits, else as stored, else a refusal before anything is allocated.
Result<WeightStorage> storageFor(const CheckpointReport& report, const LoadOptions& options,
                                 const at::Device& device) {
    if (report.storedPrecision == "int8" || report.storedPrecision == "int4")
        return storageForQuantized(report, options);
    const bool isHalf = report.storedPrecision == "fp16" || report.storedPrecision == "bf16";
    const auto free = freeMemory();
    if (!device.is_cpu() || !free)
        return options.precision == WeightPrecision::Float32 ? WeightStorage::Float32
                                                             : WeightStorage::AsStored;
    const bool wideFits = needOf(report, "fp32") <= *free;
    const bool halfFits = isHalf && needOf(report, "fp16") <= *free;
    if (options.precision != WeightPrecision::AsStored && wideFits)
        return WeightStorage::Float32;
    if (options.precision != WeightPrecision::Float32 && halfFits)
        return WeightStorage::AsStored;
    if (options.precision == WeightPrecision::AsStored && wideFits)
        return WeightStorage::AsStored;
    const bool asksWide = options.precision == WeightPrecision::Float32 || !isHalf;
    return fail(ErrorCode::LimitExceeded,
                "The model needs " + inGibibytes(needOf(report, asksWide ? "fp32" : "fp16")) +
                    " GiB of memory, " + inGibibytes(*free) +
                    " GiB are free. Close other programs or use a quantized copy.");
}

ModelDescription descriptionOf(const std::filesystem::path& directory, const ModelConfig& config,
                               const CheckpointReport& report) {
    ModelDescription description;
    description.name = std::filesystem::weakly_canonical(directory).filename().string();
    description.parameters = report.parameters;
    description.imageSize = static_cast<int>(config.vision.imageSize);
    description.patchSize = static_cast<int>(config.vision.patchSize);
    description.imageTokens = static_cast<int>(config.imageTokens());
    description.layers = static_cast<int>(config.text.layers);
    description.maxPositions = static_cast<int>(config.text.maxPositions);
    return description;
}

} // namespace

Result<LoadedCheckpoint> loadCheckpoint(const std::filesystem::path& folder,
                                        const LoadOptions& options,
                                        const ProgressCallback& progress, std::stop_token stop) {
    const auto parts = partsOf(folder, options.adapter);
    if (!parts)
        return tl::unexpected(parts.error());
    const std::filesystem::path& directory = parts->base;
    const CheckpointReport report = checkCheckpoint(directory, parts->adapter);
    if (!report.isReady)
        return fail(report.code, report.sentence);
    const auto device = deviceNamed(options.device);
    if (!device)
        return tl::unexpected(device.error());
    const auto storage = storageFor(report, options, *device);
    if (!storage)
        return tl::unexpected(storage.error());
    const auto config = readModelConfig(directory);
    auto preprocess = readPreprocessConfig(directory);
    auto tokenizer = Tokenizer::load(directory);
    const auto shards = listShards(directory);
    auto weights = shards ? WeightMap::open(directory, *shards)
                          : Result<WeightMap>(tl::unexpected(shards.error()));
    if (!config || !preprocess || !tokenizer || !weights)
        return fail(ErrorCode::ModelInvalid, "The folder changed while it was read. Try again.");

    std::optional<LoraAdapter> adapter;
    if (!parts->adapter.empty()) {
        auto opened = LoraAdapter::open(parts->adapter);
        if (!opened)
            return tl::unexpected(opened.error());
        adapter.emplace(std::move(*opened));
    }
    CheckpointWeights loader(*weights,
                             {*storage, *device, progress, stop, adapter ? &*adapter : nullptr});
    auto model = std::make_unique<Llava>(*config, *device, loader);
    if (auto loaded = loader.status(); !loaded)
        return tl::unexpected(loaded.error());
    ModelDescription description = descriptionOf(directory, *config, report);
    if (adapter)
        description.name +=
            " + " + std::filesystem::weakly_canonical(parts->adapter).filename().string();
    description.device = device->str();
    const bool isQuantized = report.storedPrecision.starts_with("int");
    description.precision =
        *storage == WeightStorage::Float32 && !isQuantized ? "fp32" : report.storedPrecision;
    description.tokenizerFile = tokenizer->fileName();
    return LoadedCheckpoint{std::move(description), std::move(*tokenizer), *preprocess,
                            std::move(*weights), std::move(model)};
}

} // namespace core::model
