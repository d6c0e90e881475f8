// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint/checkpoint_weights.h"

#include "core/model/checkpoint/lora_adapter.h"
#include "core/model/checkpoint/quantized_weight.h"
#include "core/model/checkpoint/stored_tensor.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace core::model {

namespace {

/// Small enough that cancelling is prompt, large enough that conversion runs at full speed.
constexpr std::size_t kSlabBytes = 8U << 20U;

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
    else if (!scalarTypeOf(found->entry->type))
        m_failure = Error{ErrorCode::ModelInvalid, "The weight " + name + " is stored as " +
                                                       std::string(nameOf(found->entry->type)) +
                                                       ", which is not supported."};
    return m_failure ? nullptr : found;
}

at::Tensor CheckpointWeights::converted(const WeightMap::Place& place, at::ScalarType type) {
    const auto bytes = place.file->bytes(*place.entry);
    const auto stored = *scalarTypeOf(place.entry->type);
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
    return found == nullptr ? at::Tensor() : adapted(name, converted(*found, at::kFloat));
}

bool CheckpointWeights::isAdapted(const std::string& name) const {
    return m_options.adapter != nullptr && m_options.adapter->changes(name);
}

at::Tensor CheckpointWeights::adapted(const std::string& name, const at::Tensor& base) {
    if (!base.defined() || !isAdapted(name))
        return base;
    const auto fits = m_options.adapter->fits(name, base.sizes().vec());
    if (!fits) {
        m_failure = fits.error();
        return {};
    }
    return m_options.adapter->applied(name, base);
}

at::Tensor CheckpointWeights::matrix(const std::string& name,
                                     const std::vector<std::int64_t>& shape) {
    const auto* found = place(name, shape);
    if (found == nullptr)
        return {};
    const auto type = found->entry->type;
    if (m_options.storage == WeightStorage::Float32 ||
        (type != DataType::F16 && type != DataType::BF16))
        return adapted(name, converted(*found, at::kFloat));
    if (isAdapted(name)) {
        const at::Tensor wide = adapted(name, converted(*found, at::kFloat));
        return wide.defined() ? wide.to(*scalarTypeOf(type)) : wide;
    }
    const auto bytes = found->file->bytes(*found->entry);
    if (!m_options.device.is_cpu() || !isAligned(bytes, sizeOf(type)))
        return converted(*found, *scalarTypeOf(type));
    // libtorch knows no read-only tensors; nothing writes to weights, and the mapping forbids it.
    return at::from_blob(const_cast<std::uint8_t*>(bytes.data()), shape,
                         at::TensorOptions().dtype(*scalarTypeOf(type)));
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
    if (*quantized && isAdapted(name + ".weight")) {
        m_failure = Error{ErrorCode::InvalidArgument,
                          "An adapter cannot be merged into quantized weights. Merge it into the "
                          "original checkpoint (model merge) and quantize that."};
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
