// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/checkpoint_weights.h"

#include "core/model/checkpoint/quantized_weight.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace core::model {

namespace {

/// Small enough that cancelling is prompt, large enough that conversion runs at full speed.
constexpr std::size_t kSlabBytes = 8U << 20U;

std::optional<at::ScalarType> scalarType(DataType type) {
    switch (type) {
    case DataType::F64:
        return at::kDouble;
    case DataType::F32:
        return at::kFloat;
    case DataType::F16:
        return at::kHalf;
    case DataType::BF16:
        return at::kBFloat16;
    default:
        return std::nullopt;
    }
}

bool isAligned(std::span<const std::uint8_t> bytes, std::size_t alignment) {
    return reinterpret_cast<std::uintptr_t>(bytes.data()) % alignment == 0;
}

} // namespace

CheckpointWeights::CheckpointWeights(const WeightMap& weights, Options options)
    : m_weights(weights), m_options(std::move(options)) {
    for (const auto& [name, place] : weights.places())
        m_totalBytes += place.entry->end - place.entry->begin;
}

Result<void> CheckpointWeights::status() const {
    if (m_failure)
        return tl::unexpected(*m_failure);
    return {};
}

const WeightMap::Place* CheckpointWeights::place(const std::string& name,
                                                 const std::vector<std::int64_t>& shape) {
    if (m_failure)
        return nullptr;
    const auto* found = m_weights.find(name);
    if (found == nullptr)
        m_failure = Error{ErrorCode::ModelInvalid, "The weight " + name + " is missing."};
    else if (found->entry->shape != shape)
        m_failure = Error{ErrorCode::ModelInvalid,
                          "The weight " + name + " has another shape than config.json says."};
    else if (!scalarType(found->entry->type))
        m_failure = Error{ErrorCode::ModelInvalid, "The weight " + name + " is stored as " +
                                                       std::string(nameOf(found->entry->type)) +
                                                       ", which is not supported."};
    return m_failure ? nullptr : found;
}

at::Tensor CheckpointWeights::converted(const WeightMap::Place& place, at::ScalarType type) {
    const auto bytes = place.file->bytes(*place.entry);
    const auto stored = *scalarType(place.entry->type);
    const std::size_t width = sizeOf(place.entry->type);
    const auto elements = static_cast<std::int64_t>(bytes.size() / width);
    at::Tensor result =
        at::empty({elements}, at::TensorOptions().dtype(type).device(m_options.device));
    // Through an aligned slab: the file's numbers may lie at odd addresses, and the pages behind a
    // finished slab are given back, so that the peak stays at the final size.
    const auto slabElements = static_cast<std::int64_t>(kSlabBytes / width);
    at::Tensor slab = at::empty({std::min(slabElements, std::max<std::int64_t>(elements, 1))},
                                at::TensorOptions().dtype(stored));
    for (std::int64_t first = 0; first < elements; first += slabElements) {
        if (m_options.stop.stop_requested()) {
            m_failure = cancelled().value();
            return {};
        }
        const std::int64_t count = std::min(slabElements, elements - first);
        std::memcpy(slab.data_ptr(), bytes.data() + static_cast<std::size_t>(first) * width,
                    static_cast<std::size_t>(count) * width);
        result.narrow(0, first, count).copy_(slab.narrow(0, 0, count));
        m_doneBytes += static_cast<std::uint64_t>(count) * width;
        if (m_options.progress && m_totalBytes > 0)
            m_options.progress("load", std::min(1.0, static_cast<double>(m_doneBytes) /
                                                         static_cast<double>(m_totalBytes)));
    }
    place.file->dropPages(*place.entry);
    return result.view(place.entry->shape);
}

at::Tensor CheckpointWeights::wide(const std::string& name,
                                   const std::vector<std::int64_t>& shape) {
    const auto* found = place(name, shape);
    return found == nullptr ? at::Tensor() : converted(*found, at::kFloat);
}

at::Tensor CheckpointWeights::matrix(const std::string& name,
                                     const std::vector<std::int64_t>& shape) {
    const auto* found = place(name, shape);
    if (found == nullptr)
        return {};
    const auto type = found->entry->type;
    if (m_options.storage == WeightStorage::Float32 ||
        (type != DataType::F16 && type != DataType::BF16))
        return converted(*found, at::kFloat);
    const auto bytes = found->file->bytes(*found->entry);
    if (!m_options.device.is_cpu() || !isAligned(bytes, sizeOf(type)))
        return converted(*found, *scalarType(type));
    // libtorch knows no read-only tensors; nothing writes to weights, and the mapping forbids it.
    return at::from_blob(const_cast<std::uint8_t*>(bytes.data()), shape,
                         at::TensorOptions().dtype(*scalarType(type)));
}

Linear CheckpointWeights::linear(const std::string& name, std::int64_t out, std::int64_t in,
                                 bool hasBias) {
    const auto quantized = findQuantized(m_weights, name + ".weight", out, in);
    if (!quantized || (*quantized && !m_options.device.is_cpu())) {
        if (!m_failure)
            m_failure = !quantized ? quantized.error()
                                   : Error{ErrorCode::InvalidArgument,
                                           "Quantized checkpoints run on the device \"cpu\" only. "
                                           "Use the original checkpoint on this device."};
        return {};
    }
    if (*quantized) {
        m_doneBytes += (*quantized)->bytes;
        return {(*quantized)->matrix, hasBias ? wide(name + ".bias", {out}) : at::Tensor()};
    }
    at::Tensor weight = matrix(name + ".weight", {out, in});
    at::Tensor bias = hasBias ? wide(name + ".bias", {out}) : at::Tensor();
    return {std::move(weight), std::move(bias), m_scratch};
}

} // namespace core::model
