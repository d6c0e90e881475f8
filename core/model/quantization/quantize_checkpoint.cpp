// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quantization/quantize_checkpoint.h"

#include "core/model/checkpoint/checkpoint_copy.h"
#include "core/model/checkpoint/expected_tensors.h"
#include "core/model/checkpoint/model_parts.h"
#include "core/model/checkpoint/quantized_weight.h"
#include "core/model/checkpoint_check.h"
#include "core/model/quantization/quantize_matrix.h"
#include "core/model/quantization/streamed_safetensors.h"
#include "core/model/weights_digest.h"

#include <c10/util/BFloat16.h>
#include <c10/util/Half.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace core::model {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceBytes = 32U << 20U;
constexpr std::string_view kHead = "language_model.lm_head.weight";

template <typename Number>
void widen(std::span<const std::uint8_t> bytes, std::vector<float>& numbers) {
    numbers.resize(bytes.size() / sizeof(Number));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Number number;
        std::memcpy(&number, bytes.data() + i * sizeof number, sizeof number);
        numbers[i] = static_cast<float>(number);
    }
}

void widen(DataType type, std::span<const std::uint8_t> bytes, std::vector<float>& numbers) {
    if (type == DataType::F64)
        widen<double>(bytes, numbers);
    else if (type == DataType::F16)
        widen<c10::Half>(bytes, numbers);
    else if (type == DataType::BF16)
        widen<c10::BFloat16>(bytes, numbers);
    else
        widen<float>(bytes, numbers);
}

/// Which format each linear layer gets, by canonical name.
std::map<std::string, WeightFormat> formatsOf(const ModelConfig& config, int bits) {
    std::map<std::string, WeightFormat> formats;
    for (const ExpectedTensor& tensor : expectedTensors(config)) {
        const bool isLayer = tensor.name.starts_with("language_model.model.layers.") ||
                             tensor.name.starts_with("vision_tower.vision_model.encoder.layers.");
        if (tensor.shape.size() == 2 && (isLayer || tensor.name == kHead))
            formats[tensor.name] = bits == 8 || !isLayer ? WeightFormat::Q8 : WeightFormat::Q4;
    }
    return formats;
}

class CheckpointQuantizer {
  public:
    CheckpointQuantizer(const QuantizationOrder& order, const ProgressCallback& progress,
                        std::stop_token stop)
        : m_order(order), m_progress(progress), m_stop(std::move(stop)), m_folder(order.target) {}

    Result<QuantizationSummary> run();

  private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> convertShard(const std::string& name);
    [[nodiscard]] std::vector<PlannedTensor> plan(const SafetensorsFile& shard) const;
    [[nodiscard]] std::optional<WeightFormat> formatOf(const std::string& stored) const;
    [[nodiscard]] Result<void> quantize(const std::string& name, const SafetensorsFile& shard,
                                        WeightFormat format, StreamedSafetensors& out);
    [[nodiscard]] Result<void> copy(const std::string& name, const SafetensorsFile& shard,
                                    StreamedSafetensors& out);
    [[nodiscard]] Result<void> advance(std::uint64_t bytes);

    const QuantizationOrder& m_order;
    const ProgressCallback& m_progress;
    std::stop_token m_stop;
    UnfinishedFolder m_folder;
    ShardList m_shards;
    std::map<std::string, WeightFormat> m_formats;
    std::map<std::string, std::string> m_places; ///< of the new index
    std::uint64_t m_doneBytes = 0;
    QuantizationSummary m_summary;
};

Result<void> CheckpointQuantizer::prepare() {
    if (m_order.bits != 8 && m_order.bits != 4)
        return fail(ErrorCode::InvalidArgument, "Weights are quantized to 8 or 4 bits.");
    if (isAdapterFolder(m_order.source))
        return fail(ErrorCode::InvalidArgument,
                    "This folder holds an adapter. Merge it into its base model (model merge) and "
                    "quantize the merged folder.");
    const CheckpointReport report = checkCheckpoint(m_order.source);
    if (!report.isReady)
        return fail(report.code, report.sentence);
    if (report.storedPrecision.starts_with("int"))
        return fail(ErrorCode::InvalidArgument,
                    "This checkpoint is quantized already. Quantize the original one.");
    const auto config = readModelConfig(m_order.source);
    auto shards = listShards(m_order.source);
    if (!config || !shards)
        return fail(ErrorCode::ModelInvalid, "The folder changed while it was read. Try again.");
    m_shards = std::move(*shards);
    m_formats = formatsOf(*config, m_order.bits);
    m_summary.sourceBytes = report.weightBytes;
    m_summary.recipe = m_order.bits == 8 ? "q8 groups of 32" : "q4 groups of 32, output layer q8";
    return m_folder.make();
}

Result<void> CheckpointQuantizer::advance(std::uint64_t bytes) {
    m_doneBytes += bytes;
    if (m_progress && m_summary.sourceBytes > 0)
        m_progress("quantize", std::min(1.0, static_cast<double>(m_doneBytes) /
                                                 static_cast<double>(m_summary.sourceBytes)));
    if (m_stop.stop_requested())
        return cancelled();
    return {};
}

std::optional<WeightFormat> CheckpointQuantizer::formatOf(const std::string& stored) const {
    const auto found = m_formats.find(canonicalName(stored));
    return found == m_formats.end() ? std::nullopt : std::optional(found->second);
}

/// Values come first: their sizes are multiples of 64 bytes, so that all of them are aligned.
std::vector<PlannedTensor> CheckpointQuantizer::plan(const SafetensorsFile& shard) const {
    std::vector<PlannedTensor> values;
    std::vector<PlannedTensor> others;
    for (const auto& [name, entry] : shard.tensors()) {
        const auto format = formatOf(name);
        if (!format) {
            others.push_back({name, entry.type, entry.shape});
            continue;
        }
        const auto parts = quantizedParts(name, *format, entry.shape.front(), entry.shape.back());
        values.push_back({parts.front().name, parts.front().type, parts.front().shape});
        others.push_back({parts.back().name, parts.back().type, parts.back().shape});
    }
    values.insert(values.end(), others.begin(), others.end());
    return values;
}

Result<void> CheckpointQuantizer::quantize(const std::string& name, const SafetensorsFile& shard,
                                           WeightFormat format, StreamedSafetensors& out) {
    const TensorEntry& entry = shard.tensors().at(name);
    const auto bytes = shard.bytes(entry);
    const std::int64_t columns = entry.shape.back();
    const auto parts = quantizedParts(name, format, entry.shape.front(), columns);
    const std::size_t tileBytes =
        sizeOf(entry.type) * static_cast<std::size_t>(columns) * kTileRows;
    const std::size_t step = std::max<std::size_t>(kPieceBytes / tileBytes, 1) * tileBytes;
    std::uint64_t valuesWritten = 0;
    std::uint64_t scalesWritten = 0;
    std::vector<float> numbers;
    for (std::size_t first = 0; first < bytes.size(); first += step) {
        const auto piece = bytes.subspan(first, std::min(step, bytes.size() - first));
        widen(entry.type, piece, numbers);
        const QuantizedTiles tiles = quantizeRows(format, numbers, columns);
        if (tiles.values.empty())
            return fail(ErrorCode::ModelInvalid,
                        "The weight " + name.substr(0, 120) +
                            " has numbers that are not finite or too large to be quantized.");
        auto written = out.write(parts.front().name, valuesWritten, tiles.values);
        if (written)
            written = out.write(parts.back().name, scalesWritten, tiles.scales);
        if (written)
            written = advance(piece.size());
        if (!written)
            return written;
        valuesWritten += tiles.values.size();
        scalesWritten += tiles.scales.size();
    }
    ++m_summary.quantizedTensors;
    return {};
}

Result<void> CheckpointQuantizer::copy(const std::string& name, const SafetensorsFile& shard,
                                       StreamedSafetensors& out) {
    const auto bytes = shard.bytes(shard.tensors().at(name));
    for (std::size_t first = 0; first < bytes.size(); first += kPieceBytes) {
        const auto piece = bytes.subspan(first, std::min(kPieceBytes, bytes.size() - first));
        auto written = out.write(name, first, piece);
        if (written)
            written = advance(piece.size());
        if (!written)
            return written;
    }
    ++m_summary.copiedTensors;
    return {};
}

Result<void> CheckpointQuantizer::convertShard(const std::string& fileName) {
    const auto shard = SafetensorsFile::open(m_order.source / fileName);
    if (!shard)
        return tl::unexpected(shard.error());
    const auto tensors = plan(*shard);
    auto metadata = shard->metadata();
    metadata[std::string(kLayoutKey)] = kLayout;
    metadata[std::string(kRecipeKey)] = m_summary.recipe;
    metadata[std::string(kSourceKey)] = m_summary.sourceSha256;
    auto out = StreamedSafetensors::create(m_folder.path() / fileName, tensors, metadata);
    if (!out)
        return tl::unexpected(out.error());
    for (const auto& [name, entry] : shard->tensors()) {
        const auto format = formatOf(name);
        auto written = format ? quantize(name, *shard, *format, *out) : copy(name, *shard, *out);
        if (!written)
            return written;
        shard->dropPages(entry);
    }
    for (const PlannedTensor& tensor : tensors) {
        m_places[tensor.name] = fileName;
        m_summary.targetBytes += tensor.bytes();
    }
    return out->close();
}

Result<QuantizationSummary> CheckpointQuantizer::run() {
    auto done = prepare();
    if (!done)
        return tl::unexpected(done.error());
    auto digest = weightsSha256(m_order.source, {}, m_progress, m_stop);
    if (!digest)
        return tl::unexpected(digest.error());
    m_summary.sourceSha256 = std::move(*digest);
    for (const std::string& name : m_shards.files)
        if (done)
            done = convertShard(name);
    if (done && !m_shards.places.empty())
        done = writeShardIndex(m_folder.path(), m_places, m_summary.targetBytes);
    if (done)
        done = copyOtherFiles(m_order.source, m_folder.path());
    if (done)
        done = m_folder.finish();
    if (!done)
        return tl::unexpected(done.error());
    return m_summary;
}

} // namespace

Result<QuantizationSummary> quantizeCheckpoint(const QuantizationOrder& order,
                                               const ProgressCallback& progress,
                                               std::stop_token stop) {
    try {
        return CheckpointQuantizer(order, progress, std::move(stop)).run();
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
                    std::string("The checkpoint cannot be quantized: ") + error.what());
    }
}

} // namespace core::model
