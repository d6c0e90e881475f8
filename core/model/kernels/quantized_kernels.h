// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernels/instruction_set.h"
#include "core/model/kernels/quantized_matrix.h"

#include <cstdint>

namespace core::model {

/// Groups of one tile, beginning anywhere.
struct TileGroups {
    const std::uint8_t* values = nullptr;
    const std::uint8_t* scales = nullptr;
    std::int64_t count = 0;
    bool isFirstUse = true; ///< the bytes are not in the cache yet
};

/// The same groups of up to eight rows of x, which lie side by side.
struct PanelGroups {
    const std::int8_t* values = nullptr;  ///< [groups, 8 quads, rows, 4], -127 to 127
    const float* scales = nullptr;        ///< [groups, rows]
    const std::int32_t* starts = nullptr; ///< [groups, rows], what the integer sums begin with
};

/// Adds the groups' products to the sums, group after group.
/// @param sums  [rows, kTileRows]
using GroupsKernel = void (*)(const TileGroups& weights, const PanelGroups& x, float* sums);

inline constexpr std::int64_t kPanelRows = 8;

/// @param rows  of the panel: 1, 2, 4 or 8
[[nodiscard]] GroupsKernel groupsKernel(InstructionSet instructions, WeightFormat format,
                                        std::int64_t rows);

/// The kernel multiplies weights to which this was added, so that they are not negative; x.starts
/// takes it away again: -offset x the sum of the group's values.
[[nodiscard]] std::int32_t weightOffset(InstructionSet instructions, WeightFormat format);

[[nodiscard]] GroupsKernel portableGroupsKernel(WeightFormat format, std::int64_t rows);
#if defined(__x86_64__)
[[nodiscard]] GroupsKernel avx2GroupsKernel(WeightFormat format, std::int64_t rows);
[[nodiscard]] GroupsKernel avx512GroupsKernel(WeightFormat format, std::int64_t rows);
#endif

} // namespace core::model
