// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/bench/bench_model.h"

#include "core/model/checkpoint/expected_tensors.h"
#include "core/model/checkpoint/memory_need.h"

#include <utility>

namespace core::model {

namespace {

RandomStorage storageFor(int bits) {
    if (bits == 16)
        return RandomStorage::Half;
    return bits == 8 ? RandomStorage::Int8 : RandomStorage::Int4;
}

/// Whether a tensor is the matrix of a layer that is quantized.
bool isLayer(const ExpectedTensor& tensor) {
    return tensor.shape.size() == 2 && tensor.name.find("embed") == std::string::npos;
}

bool isOfDecoder(const ExpectedTensor& tensor) {
    return tensor.name.starts_with("language_model.");
}

std::uint64_t elementsOf(const ExpectedTensor& tensor) {
    std::uint64_t elements = 1;
    for (const std::int64_t extent : tensor.shape)
        elements *= static_cast<std::uint64_t>(extent);
    return elements;
}

std::uint64_t bytesOf(const ExpectedTensor& tensor, RandomStorage storage) {
    if (isLayer(tensor))
        return storedBytes(storage, tensor.shape.front(), tensor.shape.back());
    return elementsOf(tensor) * (isOfDecoder(tensor) && tensor.shape.size() == 2 ? 2 : 4);
}

int bitsOf(const std::string& precision) {
    if (precision == "int4" || precision == "int8")
        return precision == "int4" ? 4 : 8;
    return precision == "fp16" || precision == "bf16" ? 16 : 32;
}

} // namespace

ModelConfig configOf(RandomShape shape) {
    ModelConfig config;
    config.vision.hiddenSize = 1024;
    config.vision.intermediateSize = 4096;
    config.vision.layers = 24;
    config.vision.heads = 16;
    config.vision.imageSize = 336;
    config.vision.patchSize = 14;
    config.text.vocabulary = 32064;
    config.text.maxPositions = 4096;
    if (shape == RandomShape::Tiny) {
        config.vision = {64, 128, 3, 4, 56, 14, 1e-5, Activation::QuickGelu};
        config.text.hiddenSize = 128;
        config.text.intermediateSize = 256;
        config.text.layers = 2;
        config.text.heads = config.text.keyValueHeads = 4;
        config.text.headSize = 32;
        config.text.vocabulary = 512;
    }
    config.visionBlocksToRun = config.vision.layers - 1;
    return config;
}

Result<BenchModel> BenchModel::make(const ModelBenchOptions& options,
                                    const ProgressCallback& progress, std::stop_token stop) {
    auto model = options.randomWeights ? makeUp(options, progress, std::move(stop))
                                       : load(options, progress, std::move(stop));
    if (model)
        model->countCosts();
    return model;
}

Result<BenchModel> BenchModel::makeUp(const ModelBenchOptions& options,
                                      const ProgressCallback& progress, std::stop_token stop) {
    const ModelConfig config = configOf(*options.randomWeights);
    const int bits = options.bits.value_or(4);
    const RandomStorage storage = storageFor(bits);
    std::uint64_t bytes = 0;
    for (const ExpectedTensor& tensor : expectedTensors(config))
        bytes += bytesOf(tensor, storage);
    const std::int64_t positions = options.promptTokens + options.newTokens;
    const std::uint64_t texts = options.batch > 1 ? options.batch + 1 : 2;
    if (auto fits = requireMemory(bytes + kWorkSpace + texts * cacheBytes(config.text, positions),
                                  "Choose fewer bits or a smaller batch, or close other programs.");
        !fits)
        return tl::unexpected(fits.error());
    BenchModel model;
    model.m_name = options.randomWeights == RandomShape::Tiny ? "random tiny" : "random 7b";
    model.m_bits = bits;
    model.m_memory = std::make_unique<RandomWeights::Memory>();
    RandomWeights weights({storage, bytes, progress, std::move(stop)}, *model.m_memory);
    model.m_made = std::make_unique<Llava>(config, at::kCPU, weights);
    if (auto made = weights.status(); !made)
        return tl::unexpected(made.error());
    return model;
}

Result<BenchModel> BenchModel::load(const ModelBenchOptions& options,
                                    const ProgressCallback& progress, std::stop_token stop) {
    LoadOptions loading;
    if (options.bits == 16)
        loading.precision = WeightPrecision::AsStored;
    auto loaded = loadCheckpoint(options.directory, loading, progress, std::move(stop));
    if (!loaded)
        return tl::unexpected(loaded.error());
    BenchModel model;
    model.m_name = loaded->description.name;
    model.m_bits = bitsOf(loaded->description.precision);
    if (options.bits && *options.bits != model.m_bits)
        return fail(ErrorCode::InvalidArgument,
                    "The weights of this folder have " + std::to_string(model.m_bits) +
                        " bits. Make a copy with \"model quantize\", or leave --bits out.");
    model.m_checkpoint.emplace(std::move(*loaded));
    return model;
}

void BenchModel::countCosts() {
    const ModelConfig& config = llava().config();
    const auto tokens = static_cast<double>(config.imageTokens());
    for (const ExpectedTensor& tensor : expectedTensors(config)) {
        const auto elements = static_cast<double>(elementsOf(tensor));
        if (!isOfDecoder(tensor) && tensor.shape.size() > 1 && // all but the positions' table
            tensor.name.find("position") == std::string::npos)
            m_opsPerImage += 2 * elements * tokens;
        if (!isLayer(tensor) || !isOfDecoder(tensor))
            continue;
        m_opsPerToken += 2 * elements;
        m_bytesPerToken +=
            m_bits <= 8 ? storedBytes(storageFor(m_bits), tensor.shape.front(), tensor.shape.back())
                        : elementsOf(tensor) * static_cast<unsigned>(m_bits / 8);
    }
    const auto& vision = config.vision;
    const auto ran = static_cast<double>(config.visionBlocksToRun) /
                     static_cast<double>(std::max<std::int64_t>(vision.layers, 1));
    m_opsPerImage *= ran; // the tower's last blocks are not run
    m_opsPerImage += 4 * tokens * tokens * static_cast<double>(vision.hiddenSize) *
                     static_cast<double>(config.visionBlocksToRun);
}

} // namespace core::model
