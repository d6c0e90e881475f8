// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core::model {

/// The steps of one head's attention for one row.
struct HeadKernels {
    /// weights[i] = query . keys[i]
    void (*score)(const float* query, const void* keys, std::int64_t size, std::int64_t positions,
                  float* weights);
    /// Softmax in place.
    void (*normalize)(float* weights, std::int64_t positions);
    /// mixed = sum of weights[i] x values[i], in the positions' order
    void (*mix)(const float* weights, const void* values, std::int64_t size, std::int64_t positions,
                float* mixed);
};

[[nodiscard]] HeadKernels portableHeadKernels(bool isHalf);
#if defined(__x86_64__)
[[nodiscard]] HeadKernels avx2HeadKernels(bool isHalf);
#endif

} // namespace core::model
