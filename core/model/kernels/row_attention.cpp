// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kernels/row_attention.h"

#include "core/model/kernels/head_kernels.h"
#include "core/model/kernels/thread_team.h"

#include <c10/util/Half.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace core::model {

namespace {

template <typename Number>
void score(const float* query, const void* keys, std::int64_t size, std::int64_t positions,
           float* weights) {
    const auto* key = static_cast<const Number*>(keys);
    for (std::int64_t position = 0; position < positions; ++position, key += size) {
        float sum = 0;
        for (std::int64_t i = 0; i < size; ++i)
            sum += query[i] * static_cast<float>(key[i]);
        weights[position] = sum;
    }
}

void normalize(float* weights, std::int64_t positions) {
    const float largest = *std::max_element(weights, weights + positions);
    float sum = 0;
    for (std::int64_t i = 0; i < positions; ++i)
        sum += weights[i] = std::exp(weights[i] - largest);
    for (std::int64_t i = 0; i < positions; ++i)
        weights[i] /= sum;
}

template <typename Number>
void mix(const float* weights, const void* values, std::int64_t size, std::int64_t positions,
         float* mixed) {
    const auto* value = static_cast<const Number*>(values);
    std::fill_n(mixed, size, 0.0F);
    for (std::int64_t position = 0; position < positions; ++position, value += size)
        for (std::int64_t i = 0; i < size; ++i)
            mixed[i] += weights[position] * static_cast<float>(value[i]);
}

const void* ofHead(const CachedNumbers& numbers, std::int64_t head) {
    const auto bytes =
        head * numbers.headStride *
        static_cast<std::int64_t>(numbers.isHalf ? sizeof(c10::Half) : sizeof(float));
    return static_cast<const std::byte*>(numbers.data) + bytes;
}

HeadKernels headKernels(InstructionSet instructions, bool isHalf) {
#if defined(__x86_64__)
    if (instructions != InstructionSet::Portable)
        return avx2HeadKernels(isHalf);
#else
    (void)instructions;
#endif
    return portableHeadKernels(isHalf);
}

void attendHead(const RowAttention& row, const HeadShape& shape, std::int64_t head,
                InstructionSet instructions) {
    thread_local std::vector<float> memory;
    float* weights = row.weights == nullptr ? nullptr : row.weights + head * row.positions;
    if (weights == nullptr) {
        memory.resize(std::max(memory.size(), static_cast<std::size_t>(row.positions)));
        weights = memory.data();
    }
    const HeadKernels kernels = headKernels(instructions, row.keys.isHalf);
    const std::int64_t keyHead = head / (shape.heads / shape.keyHeads);
    kernels.score(row.query + head * shape.size, ofHead(row.keys, keyHead), shape.size,
                  row.positions, weights);
    kernels.normalize(weights, row.positions);
    headKernels(instructions, row.values.isHalf)
        .mix(weights, ofHead(row.values, keyHead), shape.size, row.positions,
             row.mixed + head * shape.size);
}

} // namespace

HeadKernels portableHeadKernels(bool isHalf) {
    return isHalf ? HeadKernels{score<c10::Half>, normalize, mix<c10::Half>}
                  : HeadKernels{score<float>, normalize, mix<float>};
}

void attendRows(std::span<const RowAttention> rows, const HeadShape& shape,
                InstructionSet instructions) {
    const auto count = static_cast<std::int64_t>(rows.size()) * shape.heads;
    ThreadTeam::instance().run(count, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i)
            attendHead(rows[static_cast<std::size_t>(i / shape.heads)], shape, i % shape.heads,
                       instructions);
    });
}

} // namespace core::model
