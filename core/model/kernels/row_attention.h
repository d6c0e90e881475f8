// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/instruction_set.h"

#include <cstdint>
#include <span>

namespace core::model {

/// Numbers of float32 or IEEE half in somebody else's memory.
struct CachedNumbers {
    const void* data = nullptr;  ///< [key heads, positions, head size]
    std::int64_t headStride = 0; ///< numbers from one head to the next
    bool isHalf = false;
};

struct HeadShape {
    std::int64_t heads = 0;
    std::int64_t keyHeads = 0; ///< divides heads; neighbors share keys
    std::int64_t size = 0;     ///< a multiple of 8, at most 256
};

/// One new row of a text, which sees all positions of its cache.
struct RowAttention {
    const float* query = nullptr; ///< [heads, size], scaled
    CachedNumbers keys;
    CachedNumbers values;
    std::int64_t positions = 0; ///< at least 1
    float* mixed = nullptr;     ///< result [heads, size]
    float* weights = nullptr;   ///< result [heads, positions], or null
};

/// Softmax attention of single rows, of several texts at once. Keys and values are read once, where
/// they lie; what is not asked for is never written to memory. A row's result depends neither on
/// the other rows nor on the number of threads, to the last bit.
/// @source Vaswani et al., "Attention Is All You Need", 2017
void attendRows(std::span<const RowAttention> rows, const HeadShape& shape,
                InstructionSet instructions = bestInstructionSet());

/// Whether attendRows can work with heads of this size.
[[nodiscard]] constexpr bool canAttendRows(std::int64_t headSize) {
    return headSize % 8 == 0 && headSize <= 256;
}

} // namespace core::model
