// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/bench/random_weights.h"

#include "core/model/kernels/quantized_matrix.h"

#include <c10/util/Half.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace core::model {

namespace {

/// Of a layer's weights, about that of trained models.
constexpr double kDeviation = 0.02;
/// Between two looks at the stop token.
constexpr std::size_t kSlabBytes = 8U << 20U;

/// @source Marsaglia, "Xorshift RNGs", 2003
std::uint64_t next(std::uint64_t& state) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return state;
}

void fill(std::uint8_t* target, std::size_t count, std::uint64_t& state) {
    std::size_t done = 0;
    for (; done + sizeof state <= count; done += sizeof state) {
        const std::uint64_t value = next(state);
        std::memcpy(target + done, &value, sizeof value);
    }
    const std::uint64_t value = next(state);
    std::memcpy(target + done, &value, count - done);
}

WeightFormat formatOf(RandomStorage storage) {
    return storage == RandomStorage::Int8 ? WeightFormat::Q8 : WeightFormat::Q4;
}

} // namespace

std::uint64_t storedBytes(RandomStorage storage, std::int64_t rows, std::int64_t columns) {
    if (storage == RandomStorage::Half)
        return static_cast<std::uint64_t>(rows * columns) * sizeof(c10::Half);
    const auto size = quantizedSize(formatOf(storage), rows, columns);
    return size ? size->valueBytes + size->scaleBytes : 0;
}

Result<void> RandomWeights::status() const {
    if (m_failure)
        return tl::unexpected(*m_failure);
    return {};
}

bool RandomWeights::isStopped() {
    if (!m_failure && m_options.stop.stop_requested())
        m_failure = cancelled().value();
    return m_failure.has_value();
}

void RandomWeights::count(std::uint64_t bytes) {
    m_doneBytes += bytes;
    if (m_options.progress && m_options.totalBytes > 0)
        m_options.progress("load", std::min(1.0, static_cast<double>(m_doneBytes) /
                                                     static_cast<double>(m_options.totalBytes)));
}

at::Tensor RandomWeights::halves(const std::vector<std::int64_t>& shape, double deviation) {
    if (isStopped())
        return {};
    // Evenly spread over a table of normal quantiles, so that no logarithm is taken per weight.
    std::array<c10::Half, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(table.size());
        table[i] = static_cast<float>(deviation * 0.55 * std::log(share / (1 - share)));
    }
    at::Tensor made = at::empty(shape, at::TensorOptions().dtype(at::kHalf));
    auto* values = made.data_ptr<c10::Half>();
    const std::int64_t elements = made.numel();
    for (std::int64_t i = 0; i < elements;) {
        std::uint64_t bits = next(m_random);
        for (int byte = 0; byte < 8 && i < elements; ++byte, bits >>= 8U)
            values[i++] = table[bits & 255U];
        if (i % static_cast<std::int64_t>(kSlabBytes) == 0 && isStopped())
            return {};
    }
    count(static_cast<std::uint64_t>(made.nbytes()));
    return made;
}

at::Tensor RandomWeights::wide(const std::string& name, const std::vector<std::int64_t>& shape) {
    // A norm's factors are near 1, everything else is near 0.
    const bool isNorm =
        shape.size() == 1 && name.ends_with(".weight") && name.find("norm") != std::string::npos;
    const at::Tensor small = halves(shape, kDeviation);
    if (!small.defined())
        return {};
    const at::Tensor made = small.to(at::kFloat);
    return isNorm ? made + 1 : made;
}

at::Tensor RandomWeights::matrix(const std::string&, const std::vector<std::int64_t>& shape) {
    return halves(shape, kDeviation);
}

const std::uint8_t* RandomWeights::bytes(std::size_t bytes) {
    m_memory.push_back(at::empty({static_cast<std::int64_t>(bytes)}, at::kByte));
    auto* target = m_memory.back().data_ptr<std::uint8_t>();
    for (std::size_t first = 0; first < bytes && !isStopped(); first += kSlabBytes) {
        const std::size_t length = std::min(kSlabBytes, bytes - first);
        fill(target + first, length, m_random);
        count(length);
    }
    return target;
}

Linear RandomWeights::linear(const std::string& name, std::int64_t out, std::int64_t in,
                             bool hasBias) {
    at::Tensor bias = hasBias ? wide(name + ".bias", {out}) : at::Tensor();
    if (isStopped())
        return {};
    if (m_options.storage == RandomStorage::Half)
        return {matrix(name + ".weight", {out, in}), std::move(bias), m_scratch};
    const WeightFormat format = formatOf(m_options.storage);
    const auto size = quantizedSize(format, out, in);
    // The deviation of evenly spread integers is their range / sqrt(12).
    const double range = format == WeightFormat::Q8 ? 256 : 16;
    at::Tensor scales = at::full({static_cast<std::int64_t>(size->scaleBytes / sizeof(c10::Half))},
                                 kDeviation * std::sqrt(12.0) / range, at::kHalf);
    m_memory.push_back(scales);
    count(size->scaleBytes);
    const auto* scaleBytes = static_cast<const std::uint8_t*>(scales.data_ptr());
    return {QuantizedMatrix{format, out, in, bytes(size->valueBytes), scaleBytes}, std::move(bias)};
}

} // namespace core::model
